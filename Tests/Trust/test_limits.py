"""Overlong rows: each is reported in order, and the other rows are not affected."""

from program import ProgramTest, run

LONG = b"x" * (5 << 20)
ROWS = [b'{"code":"D0351","date":"1/2/2026","claim":"%d"}\n' % number for number in range(3)]


class Limits(ProgramTest):
    def test_a_row_that_is_too_long_is_one_row(self):
        for place in range(3):
            with self.subTest(place=place):
                rows = ROWS[:place] + [b'{"code":"' + LONG + b'"}\n'] + ROWS[place:]
                result = run("batch", "-", "--from", "jsonl", "--columns", "problem", stdin=b"".join(rows))
                lines = result.output.splitlines()
                self.assertEqual(len(lines), 4, result)
                self.assertEqual([b"4 MiB" in line for line in lines], [index == place for index in range(4)])

    def test_an_audit_learns_the_keys_from_the_first_row_that_it_reads(self):
        for header, long, rows in (
            (b"", b'{"code":"' + LONG + b'"}\n', ROWS),
            (b"code,date,claim\n", b'D0351,1/2/2026,"' + LONG + b'"\n', [b"D0351,1/2/2026,%d\n" % row for row in range(3)]),
        ):
            with self.subTest(header=header):
                name = self.write("claims.csv" if header else "claims.jsonl", header + long + b"".join(rows))
                result = run("audit", str(name), "--format", "csv")
                self.assertEqual(result.status, 1, result)
                self.assertEqual(result.output.count(b",file-row,"), 1)
                self.assertEqual(result.output.count(b",code-not-in-force,"), 3)
                self.assertTrue(result.errors.startswith(b"3 service lines"), result)

