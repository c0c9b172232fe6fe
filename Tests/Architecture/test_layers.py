"""Packages with and without each kind of violation: `python3 -m unittest discover -s Tests/Architecture`."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LAYERS = Path(__file__).resolve().parent / "layers"

SOUND = {
    "CodingRules/Model/Topic.swift": "struct Topic { let title: String }\nfunc nameKey(_ name: String) -> String { name }",
    "CodingRules/Loading/Reader.swift": 'struct Reader {\n  func topic(at place: Int) -> Topic { Topic(title: "\\(nameKey("x"))") }\n}',
    "CodingRules/Interviewing/Interview.swift": "struct Interview {}",
    "CodingRules/Rendering/Page.swift": "extension Topic {\n  func pageText(width: Int) -> String { title }\n}",
    "cdtadvise/System/Terminal.swift": "import CodingRules\nimport Glibc",
}


class LayersTests(unittest.TestCase):
    def run_on(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, "Sources", name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return subprocess.run([sys.executable, LAYERS, folder], capture_output=True, text=True)

    def test_sound(self):
        result = self.run_on(SOUND)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Loading       Model 2", result.stdout)

    def test_faults(self):
        faults = {
            "a type of a later layer": ("CodingRules/Model/A.swift", "let a = [Reader]()", "Reader"),
            "a member of a later layer": ("CodingRules/Loading/A.swift", "let a = b.pageText(width: 3)", "pageText"),
            "in an interpolation": ("CodingRules/Loading/A.swift", 'let a = "\\(b.pageText(width: 3))"', "pageText"),
            "a layer beside": ("CodingRules/Teaching/A.swift", "let a = Interview()", "Interview"),
            "an import of a later target": ("ClaimFiles/A.swift", "import CodingRules", "import CodingRules"),
            "the platform elsewhere": ("cdtadvise/A.swift", "import Glibc", "call the platform"),
            "Foundation": ("cdtadvise/A.swift", "import Foundation", "Foundation"),
        }
        for title, (name, text, told) in faults.items():
            with self.subTest(title):
                result = self.run_on({**SOUND, name: text})
                self.assertEqual(result.returncode, 1)
                self.assertIn(told, result.stderr)

    def test_no_fault(self):
        for title, text in {
            "in a comment": "// Reader and page(width:)", "in a string": 'let a = "Reader"',
            "other labels": "let a = b.page(height: 3)", "a name of its own": "private func pageText(width: Int) {}\nlet a = page(width: 1)",
            "a parameter": "func f(for page: Int) -> Int { page }",
        }.items():
            with self.subTest(title):
                result = self.run_on({**SOUND, "CodingRules/Model/A.swift": text})
                self.assertEqual((result.returncode, result.stderr), (0, ""))


unittest.main()
