"""No command uses the network or opens files not named on the command line; no cell appears in an error."""

import re
import subprocess

import hostile
from program import COMMAND, ProgramTest, run

NAME = "Jane Roe 5551234"

# Files opened by the C library and the Swift runtime, none with personal data.
SYSTEM = re.compile(
    r"/etc/(ld\.so\.(cache|preload)|localtime)|/usr/share/zoneinfo/.*|/proc/(self|\d+)/(maps|cmdline|exe)"
    r"|/sys/devices/system/cpu/(online|possible)|/proc/(stat|cpuinfo|meminfo)|(/usr)?/lib.*\.so[.\d]*|.*/\.?glibc-hwcaps.*"
    r"|/sys/fs/cgroup/.*|/proc/sys/vm/overcommit_memory|/sys/kernel/mm/.*|.*/swift-backtrace(-static)?")
NETWORK = ("socket", "connect", "bind", "listen", "accept", "sendto", "sendmsg", "recvfrom", "socketpair")


class Privacy(ProgramTest):
    def trace(self, words, stdin=b""):
        log = self.folder / "trace"
        done = subprocess.run(
            ["strace", "-f", "-qq", "-o", log, "-e", "trace=%file,%network,execve,fork,vfork", COMMAND, *words],
            input=stdin, capture_output=True, timeout=120, cwd=self.folder, env={"TZ": "UTC", "LC_ALL": "C.UTF-8"})
        lines = [re.sub(r"^\d+ +", "", line) for line in log.read_text(errors="replace").splitlines()]
        log.unlink()
        return done, lines

    def assert_named_only(self, lines, named):
        for line in lines[1:]:  # The first is the execve of the program.
            call = line.split("(")[0]
            self.assertNotIn(call, NETWORK, line)
            self.assertNotIn(call, ("execve", "fork", "vfork"), line)
            for path in re.findall(r'"((?:[^"\\]|\\.)*)"', line):
                # An empty path refers to an open file.
                own = not path or path == COMMAND or path in named or "/.cdtadvise-" in path or path.startswith(".cdtadvise-")
                self.assertTrue(own or SYSTEM.fullmatch(path), line)

    def test_only_named_files_are_opened_and_nothing_is_sent(self):
        rows = self.write("rows.jsonl", '{"purpose":"diagnostic","capture":"stone-cast","date":"2026-03-02"}\n')
        table = self.write("rows.csv", f"name,purpose,capture\n{NAME},diagnostic,stone-cast\n")
        visit = self.write("visit.json", '{"date":"2026-03-02","services":[{"topic":"cbct","answers":{}}]}')
        claims = self.write("claims.csv", "claim,date,code\n1,2026-03-02,D0470\n")
        profile = self.write("profile.json", "{}")
        output = self.folder / "out"
        for words in (
            ["--version"], ["--help"], ["--purpose", "diagnostic", "--capture", "stone-cast"], ["check"], ["topics"],
            ["codes"], ["sources"], ["plans"], ["explain", "D0470"], ["read", "a stone cast"], ["teach"], ["man"],
            ["draw", "--to", "html"], ["quiz", "--to", "text"], ["completions", "bash"], ["batch", rows],
            ["batch", table, "-o", output], ["batch", table, "--profile", profile], ["map", table], ["visit", visit],
            ["audit", claims], ["audit", claims, "--plan", "delta-california"], ["nonsense"],
        ):
            words = [str(word) for word in words]
            with self.subTest(words=words):
                done, lines = self.trace(words)
                self.assertIn(done.returncode, (0, 1, 3, 64, 65), done.stderr)
                parents = {str(self.folder)} if str(output) in words else set()
                self.assert_named_only(lines, set(words) | parents)

    def test_a_rule_book_is_read_once(self):
        """Otherwise, a run could use two states of it, and would take twice as long."""
        rules = hostile.write(self.folder / "rules")
        rows = self.write("rows.csv", "purpose,made\nstudy,poured\n")
        claims = self.write("claims.csv", "claim,date,code\n1,2026-03-02,D0470\n")
        visit = self.write("visit.json", '{"services":[{"topic":"cast","answers":{}}]}')
        for words in (
            ["ask", "cast", "--purpose", "study", "--made", "poured"], ["batch", rows], ["batch", rows, "--full"],
            ["batch", rows, "--visit-by", "made"], ["map", rows], ["audit", claims, "--only", "code-not-in-force"],
            ["visit", visit], ["read", "a cast"], ["explain", "D0470"], ["draw"], ["draw", "--to", "html"], ["topics"],
            ["codes"], ["sources"], ["quiz", "--to", "text"], ["man"], ["check"],
        ):
            words = [str(word) for word in words] + ["--rules", str(rules)]
            with self.subTest(words=words):
                done, lines = self.trace(words)
                self.assertIn(done.returncode, (0, 1, 3), done.stderr)
                opened = [line.split('"')[1] for line in lines if line.startswith("open") and '.json"' in line]
                read = [path for path in opened if path not in words]
                self.assertIn("edition.json", " ".join(read))
                self.assertEqual(len(read), len(set(read)), read)

    def test_no_cell_reaches_standard_error(self):
        """No problem with a row makes its values appear in output that may be logged."""
        columns = ["name", "topic", "date", "purpose", "capture", "device", "claim", "surgery", "services", "status", NAME]
        tables = [
            ",".join(columns[:10]) + "\n" + ",".join(
                NAME if index in wrong else "" for index in range(10)) + "\n"
            for wrong in [{index} for index in range(10)] + [set(range(10)), {0, 3}]
        ]
        tables += [
            f'name,purpose\n"{NAME},diagnostic\n', f"name,purpose\n{NAME},{NAME},{NAME}\n", f"name,purpose\n{NAME}\n",
            f'name,purpose\n{NAME},"x"{NAME}\n', f"name,purpose\n{NAME}\x1b[31m,x\n",
        ]
        for table in tables:
            file = self.write("rows.csv", table)
            for flags in ([], ["--full", "--to", "jsonl"], ["--text", "name"], ["--billed", "name"],
                          ["--visit-by", "name"], ["--fail-fast"], ["--quiet"]):
                with self.subTest(table=table, flags=flags):
                    self.assert_silent(run("batch", str(file), *flags))
        for format in ("csv", "tsv", "jsonl"):
            for bad in (f'{{"name":"{NAME}"', f'"{NAME}\n{NAME}', NAME, f'{{"{NAME}":1,"{NAME}":2}}', f"[{NAME}]"):
                with self.subTest(format=format, bad=bad):
                    self.assert_silent(run(
                        "batch", "-", "--from", format, stdin=f"purpose\tname,x\n{bad}\n".encode()))
        for claims in (f"claim,date,code\n{NAME},{NAME},{NAME}\n", f"claim,date,code\n\"{NAME},,\n"):
            with self.subTest(claims=claims):
                self.assert_silent(run("audit", str(self.write("claims.csv", claims))))

    def assert_silent(self, result):
        self.assertIn(result.status, (0, 1, 64, 65), result)
        for part in NAME.split():
            self.assertNotIn(part.encode(), result.errors, result)
