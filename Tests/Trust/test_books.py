"""No rule book makes a command crash, hang, or use a lot of memory."""

import json
import os

import hostile
from program import ProgramTest, run

COMMANDS = [
    ["check"], ["topics"], ["codes"], ["explain", "D0470"], ["explain", "D0470", "--details"],
    ["quiz", "--to", "text", "--seed", "1"], ["quiz", "--to", "markdown", "--seed", "1", "--choices"], ["teach"],
    ["draw"], ["draw", "--expand"], ["draw", "--to", "mermaid"], ["draw", "--to", "dot"], ["draw", "--to", "svg"],
    ["draw", "--to", "html"], ["read", "a stone cast"], ["man"], ["ask", "--help"],
]

BOOKS = {
    "a chain of 30 questions": hostile.chain(30),
    "a chain of 999 questions": hostile.chain(998),
    "30 diamonds": hostile.diamonds(30),
    "330 diamonds": hostile.diamonds(330),
    "1000 answers": hostile.wide(1000),
    "9 questions of 100 answers": hostile.wide(100, 9),
    "490 questions of 20 answers": hostile.wide(20, 490),
}


class Books(ProgramTest):
    def assert_every_command_ends(self, name, rules):
        for words in COMMANDS:
            with self.subTest(name, command=words):
                result = run(*words, "--rules", str(rules))
                self.assertIn(result.status, (0, 1, 3), result)

    def test_tangled_questions(self):
        for index, (name, questions) in enumerate(BOOKS.items()):
            rules = hostile.write(self.folder / f"rules{index}", questions)
            self.assert_every_command_ends(name, rules)
            answers = [f"--{question['id']}={question['answers'][0]['id']}" for question in questions]
            asked = [word for word, question in zip(answers, questions) if not question["id"].startswith("b")]
            for more in ([], ["--why-not", "D0801"], ["--details"], ["--json"]):
                with self.subTest(name, more=more):
                    result = run("ask", "cast", *asked, *more, "--on", "2026-03-02", "--rules", str(rules))
                    self.assertEqual(result.status, 0, result)

    def test_limits_of_questions_and_answers(self):
        for name, questions in {
            "questions": hostile.chain(1000), "answers": hostile.wide(1001), "all answers": hostile.wide(20, 600),
        }.items():
            with self.subTest(name):
                rules = hostile.write(self.folder / name, questions)
                result = run("topics", "--rules", str(rules))
                self.assertEqual(result.status, 78, result)
                self.assertRegex(result.errors, rb"more than 10000? ")

    def test_long_lists(self):
        """Reading long lists takes linear time."""
        count = 50_000
        sound = {name: json.loads((hostile.SOUND / f"{name}.json").read_text())
                 for name in ("sources", "codes", "cards", "devices", "cases", "shared")}
        lists = {
            "sources": sound["sources"] + [sound["sources"][0] | {"id": f"s{index}"} for index in range(count)],
            "codes": sound["codes"] + [
                sound["codes"][0] | {"code": f"D{index:04}"} for index in range(9999) if index not in (470, 801)],
            "codes twice": sound["codes"] * count,
            "cases": [sound["cases"][0] | {"id": f"c{index}"} for index in range(5000)] if sound["cases"] else [],
            "devices": sound["devices"] | {"devices": sound["devices"]["devices"] + [
                sound["devices"]["devices"][0] | {"id": f"d{index}", "label": f"Device {index}"}
                for index in range(5000)]},
        }
        for name, content in lists.items():
            rules = hostile.write(self.folder / name, **{name.split()[0]: content})
            for words in (["check"], ["topics"]):
                with self.subTest(name, words=words):
                    result = run(*words, "--rules", str(rules))
                    self.assertIn(result.status, (0, 1, 78), result)

    def test_names_that_do_not_exist(self):
        """A similar name is searched for only if it is shown."""
        named = [{"say": "x", "answers": f"wrong{index}", "report": ["D0470"]} for index in range(20_000)]
        cited = [hostile.question(f"q{index}", *(
            hostile.answer(f"a{number}", report=[{"code": "D0470", "because": "x.", "sources": [f"s{index}x{number}"] * 200}])
            for number in range(50))) for index in range(40)]
        sources = json.loads((hostile.SOUND / "sources.json").read_text())
        many = sources + [sources[0] | {"id": f"source-{index}"} for index in range(20_000)]
        for name, questions, files in (
            ("cited", cited, {"sources": many}), ("named", None, {"checks": named}),
        ):
            with self.subTest(name):
                rules = hostile.write(self.folder / name, questions, **files)
                result = run("check", str(rules))
                self.assertEqual(result.status, 1, result)
                self.assertLessEqual(result.output.count(b"\n"), 110)

    def test_no_file_harms(self):
        for name, make in {
            "fifo": lambda path: os.mkfifo(path), "folder": lambda path: path.mkdir(),
            "zeros": lambda path: path.symlink_to("/dev/zero"), "circle": lambda path: path.symlink_to(path),
            "sparse": lambda path: (path.touch(), os.truncate(path, 1 << 30)),
            "brackets": lambda path: path.write_bytes(b"[" * (14 << 20)),
            "terminal": lambda path: path.symlink_to("/dev/tty"),
        }.items():
            with self.subTest(name):
                rules = hostile.write(self.folder / name)
                (rules / "cards.json").unlink()
                make(rules / "cards.json")
                result = run("topics", "--rules", str(rules), memory=256)
                self.assertEqual(result.status, 78, result)

    def test_names_of_files_do_not_reach_the_terminal(self):
        rules = hostile.write(self.folder / "\x1b]0;x\x07rules")
        (rules / "topics" / "\x1b[31m\u202e.json").write_text("{}")
        for words in (["check", str(rules)], ["topics", "--rules", str(rules)]):
            result = run(*words)
            shown = (result.output + result.errors).decode()
            self.assertFalse([mark for mark in shown if mark in "\x1b\x07\u202e"], shown)
