"""Builds the command as users do."""

import os
import subprocess

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def command():
    """Builds the static command and returns its path."""
    words = ["swift", "build", "-c", "release", "-Xswiftc", "-static-executable", "--scratch-path", ".build-static"]
    subprocess.run(words, cwd=PACKAGE, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(PACKAGE, ".build-static/release/cdtadvise")
