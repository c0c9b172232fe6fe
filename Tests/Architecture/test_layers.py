"""Packages with and without each kind of violation: `python3 -m unittest discover -s Tests/Architecture`."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LAYERS = Path(__file__).resolve().parent / "layers"

SOUND = {
    "CodingRules/Model/Topic.swift": "struct Topic { let title: String }\nfunc nameKey(_ name: String) -> String { name }",
    "CodingRules/Loading/Reader.swift": 'struct Reader {\n  func topic() -> Topic { Topic(title: "\\(nameKey("x"))") }\n}',
    "CodingRules/Interviewing/Interview.swift": "struct Interview {}",
    "CodingRules/Rendering/Page.swift": "extension Topic {\n  var page: String { title }\n  func page(width: Int) -> String { title }\n}",
    "cdtadvise/System/Terminal.swift": "import CodingRules\nimport Glibc\nimport Platform",
}


class LayersTests(unittest.TestCase):
    def run_on(self, files, change=lambda package: None):
        with tempfile.TemporaryDirectory() as folder:
            package = Path(folder).resolve()
            for name, text in files.items():
                path = package / "Sources" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            build = package / ".build/debug"
            build.mkdir(parents=True)
            sources = (package / "Sources/CodingRules").rglob("*.swift")
            subprocess.run(
                ["swiftc", "-c", "-parse-as-library", "-module-name", "CodingRules",
                 "-index-store-path", build / "index/store", "-index-ignore-system-modules", *sources],
                check=True, cwd=build)
            change(package)
            return subprocess.run([sys.executable, LAYERS, package], capture_output=True, text=True)

    def test_sound(self):
        result = self.run_on(SOUND)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Loading       Model 4\n", result.stdout)

    def test_faults(self):
        faults = {
            "a type of a later layer": ("CodingRules/Model/A.swift", "func a() -> [Reader] { [] }", "Model may not use Reader of"),
            "a method of a later layer": ("CodingRules/Loading/A.swift", "func a(_ b: Topic) { _ = b.page(width: 3) }", "use page(width:) of"),
            "a property with a common name": ("CodingRules/Loading/A.swift", "func a(_ b: Topic) { _ = b.page }", "A.swift:1: Loading may not use page of"),
            "in an interpolation": ("CodingRules/Loading/A.swift", 'func a(_ b: Topic) { _ = "\\(b.page)" }', "use page of"),
            "a layer beside": ("CodingRules/Teaching/A.swift", "func a() { _ = Interview() }", "use Interview of"),
            "an import of a later target": ("ClaimFiles/A.swift", "import CodingRules", "import CodingRules"),
            "the platform elsewhere": ("cdtadvise/A.swift", "import Glibc", "call the platform"),
            "our part of the platform elsewhere": ("cdtadvise/A.swift", "import Platform", "call the platform"),
            "Foundation": ("cdtadvise/A.swift", "import Foundation", "Foundation"),
        }
        for title, (name, text, told) in faults.items():
            with self.subTest(title):
                result = self.run_on({**SOUND, name: text})
                self.assertEqual(result.returncode, 1)
                self.assertIn(told, result.stderr)

    def test_a_build_that_is_out_of_date(self):
        topic = "Sources/CodingRules/Model/Topic.swift"
        for title, change in {
            "a newer file": lambda package: os.utime(package / topic, (4e9, 4e9)),
            "no build": lambda package: shutil.rmtree(package / ".build"),
        }.items():
            with self.subTest(title):
                result = self.run_on(SOUND, change)
                self.assertEqual(result.returncode, 1)
                self.assertIn("Build first (swift build): Sources/CodingRules/", result.stderr)


unittest.main()
