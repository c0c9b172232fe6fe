"""Unusual systems: the program works or explains why not."""

import os
import resource
import shutil
import subprocess
import unittest

from program import COMMAND, ProgramTest, limits, run

ADVICE = ["--purpose", "diagnostic", "--capture", "stone-cast", "--on", "2026-03-02"]
ROW = b'{"purpose":"diagnostic","capture":"stone-cast","date":"2026-03-02"}\n'
BATCH = ["batch", "-", "--from", "jsonl", "--columns", "report", "--to", "csv"]
STATIC = b"statically linked" in subprocess.run(["file", "-L", COMMAND], capture_output=True).stdout \
    if shutil.which("file") else b"not a dynamic" in subprocess.run(["ldd", COMMAND], capture_output=True).stderr


class Platform(ProgramTest):
    def assert_ends_well(self, result, statuses=(0,)):
        self.assertIn(result.status, statuses, result)
        if result.status:
            self.assertRegex(result.errors, rb"^cdtadvise: |^[^\n]+: ")

    @unittest.skipUnless(STATIC and os.geteuid() == 0, "only a static program runs in an empty folder")
    def test_without_proc(self):
        shutil.copy(COMMAND, self.folder / "cdtadvise")
        for words in (ADVICE, ["--version"], ["check"], BATCH):
            with self.subTest(words=words):
                result = run(*words, command="/cdtadvise", stdin=ROW, before=lambda: os.chroot(self.folder), env={})
                self.assert_ends_well(result)

    def test_few_descriptors(self):
        file = self.write("rows.jsonl", ROW)
        for count in (3, 4, 5, 6, 8):
            with self.subTest(count=count):
                self.assert_ends_well(run(*ADVICE, limit={"NOFILE": (count)}))
                self.assert_ends_well(run(*BATCH, stdin=ROW, limit={"NOFILE": count}))
                result = run("batch", str(file), "-o", str(self.folder / "out"), limit={"NOFILE": count})
                self.assert_ends_well(result, (0, 66, 73))

    def test_no_streams(self):
        for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
            with self.subTest(closed):
                done = subprocess.run(
                    ["/bin/sh", "-c", f'"$0" {" ".join(ADVICE)} {closed}', COMMAND], capture_output=True, timeout=20)
                self.assertIn(done.returncode, (0, 74), done)
                done = subprocess.run(
                    ["/bin/sh", "-c", f'"$0" batch - --from jsonl {closed}', COMMAND], input=ROW,
                    capture_output=True, timeout=20)
                self.assertIn(done.returncode, (0, 65, 66, 74), done)

    def test_small_stack(self):
        for kilobytes in (64, 128, 256):
            for words in (ADVICE, BATCH, ["check"], ["explain", "D0470"], ["read", "a stone cast of both arches"],
                          ["draw", "--expand"], ["quiz", "--to", "text", "--seed", "1"]):
                with self.subTest(words=words, kilobytes=kilobytes):
                    result = run(*words, stdin=ROW, before=lambda: resource.setrlimit(
                        resource.RLIMIT_STACK, (kilobytes << 10, kilobytes << 10)))
                    self.assert_ends_well(result, (0, 70) if kilobytes < 256 else (0,))

    def test_little_memory(self):
        """Without memory, the program reports at worst an internal error; it never passes off a partial result as complete."""
        file = self.write("rows.jsonl", ROW * 20_000)
        whole = run("batch", str(file)).output
        for memory in (24, 32, 48, 64):
            with self.subTest(memory=memory):
                result = run("batch", str(file), memory=memory)
                self.assertIn(result.status, (0, 70, 74, -6, -9, 127), result)
                if result.status == 0:
                    self.assertEqual(result.output, whole)

    def test_no_threads(self):
        result = run(*BATCH, stdin=ROW, limit={"NPROC": 1})
        self.assertEqual((result.status, result.output), (0, b"report\nD0470\n"))

    def test_output_is_not_appended_to_its_own_input(self):
        """Reading its own output, it would never end."""
        claims = b"code,claim\nD0470,1\n"
        for words, content, name in (
            (["batch"], ROW, "rows.jsonl"), (["audit"], claims, "claims.csv"), (["batch", "-", "--from", "jsonl"], ROW, ""),
        ):
            with self.subTest(words=words):
                file = self.write("rows", content) if not name else self.write(name, content)
                words = words if not name else [*words, str(file)]
                with open(file, "ab") as output, open(file, "rb") as source:
                    result = run(*words, stdin=b"" if name else source, stdout=output, limit={"FSIZE": 1 << 20})
                self.assertEqual(result.status, 64, result)
                self.assertEqual(file.read_bytes(), content)

    def test_output_may_replace_its_own_input(self):
        file = self.write("rows.jsonl", ROW)
        self.assert_ends_well(run("batch", str(file), "-o", str(file), "--columns", "report"))
        self.assertEqual(file.read_bytes(), b'{"report":["D0470"]}\n')

    def test_a_full_disk_at_any_moment(self):
        file = self.write("rows.jsonl", ROW * 2_000)
        output = self.folder / "out"
        for size in (0, 1, 4096, 100_000):
            with self.subTest(size=size):
                result = run("batch", str(file), "-o", str(output), limit={"FSIZE": size})
                self.assertEqual(result.status, 74, result)
                self.assertEqual(os.listdir(self.folder), ["rows.jsonl"])

    def test_any_locale_and_time_zone(self):
        expected = run(*ADVICE, "--json", env={}).output
        for environment in (
            {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C"}, {"TZ": "Pacific/Kiritimati"}, {"TZ": ":/dev/zero"},
            {"COLUMNS": "1"}, {"COLUMNS": str(2**63 - 1)}, {"HOME": ""}, {"MALLOC_PERTURB_": "165"},
        ):
            with self.subTest(environment):
                self.assertEqual(run(*ADVICE, "--json", env=environment).output, expected)
