"""Runs the program under test with limits on time and memory."""

import os
import pathlib
import resource
import subprocess
import tempfile
import time
import unittest

COMMAND = os.environ["CDTADVISE"]
SECONDS = 60
MEGABYTES = 1024


class Result:
    """The result of a run."""

    def __init__(self, status, output, errors, seconds):
        self.status, self.output, self.errors, self.seconds = status, output, errors, seconds

    def __repr__(self):
        return f"status {self.status} after {self.seconds:.1f} s: {self.errors[-400:]!r}"


def limits(memory, **others):
    """Sets the limits of the new process."""

    def apply():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))
        for name, value in others.items():
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))

    return apply


def run(*words, stdin=b"", memory=MEGABYTES, seconds=SECONDS, limit=None, before=None, command=None, **options):
    """Runs the command; a timeout fails the test."""
    start = time.monotonic()
    source = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
    done = subprocess.run(
        [command or COMMAND, *words], stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
        timeout=seconds, preexec_fn=before or limits(memory, **(limit or {})), **source, **options)
    return Result(done.returncode, done.stdout or b"", done.stderr, time.monotonic() - start)


class ProgramTest(unittest.TestCase):
    """A test with a temporary folder."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
