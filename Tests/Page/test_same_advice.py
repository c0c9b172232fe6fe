"""The page and the library give the same advice: every walk of every topic, on every day that matters."""

import json
import subprocess

from browser import PROGRAMS, BrowserTest, command

ADVISE = """
  return arguments[0].map(([topic, walk, day]) => {
    const answers = Object.fromEntries(walk.split(",").map((pair) => pair.split("=")));
    return JSON.stringify(advise(book, book.topics.get(topic), answers, day));
  });
"""

WALKS = """
  const walks = [];
  for (const topic of book.topics.values()) {
    forEachWalk(topic, (answers) => walks.push(topic.id + " "
      + Object.entries(answers).map((pair) => pair.join("=")).join(",")));
  }
  return walks;
"""


ADVISE_VISITS = """
  return arguments[0].map((address) => {
    const { day, surgery, done, current } = readVisit(book, address);
    return JSON.stringify(adviseVisit(book, { day, surgery, services: [...done, current] }));
  });
"""


class SameAdvice(BrowserTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        dump = subprocess.run([PROGRAMS / "walks"], check=True, capture_output=True, encoding="utf-8")
        rows = [line.split("\t") for line in dump.stdout.splitlines()]
        cls.rows = [row[1:] for row in rows if row[0] == "walk"]
        cls.visits = [row[1:] for row in rows if row[0] == "visit"]

    def test_every_walk_is_the_same(self):
        self.open()
        told = self.run_script(ADVISE, [row[:3] for row in self.rows])
        for row, text in zip(self.rows, told, strict=True):
            # Compared as text again, so that the order of the keys counts.
            self.assertEqual(json.dumps(json.loads(text)), json.dumps(json.loads(row[3])), row[:3])
        walks = {(topic, walk) for topic, walk, _, _ in self.rows}
        print(f"{len(walks)} walks, {len(self.rows)} advices compared")

    def test_both_know_the_same_walks(self):
        self.open()
        walks = list(dict.fromkeys(f"{row[0]} {row[1]}" for row in self.rows))
        self.assertEqual(walks, self.run_script(WALKS))

    def test_every_visit_is_the_same(self):
        self.open()
        told = self.run_script(ADVISE_VISITS, [row[0] for row in self.visits])
        spoken = set()
        for (address, swift), text in zip(self.visits, told, strict=True):
            visit = json.loads(swift)
            spoken.update(remark["check"] for remark in visit["remarks"])
            self.assertEqual(json.dumps(json.loads(text)), json.dumps(visit), address)
        known = self.run_script("return book.checks.map(({ id }) => id)")
        print(f"{len(self.visits)} visits compared, {len(spoken)} of {len(known)} checks spoke up")
        self.assertGreater(len(spoken), len(known) * 2 / 3)

    def test_answers_that_were_not_asked_for_are_named(self):
        answers = {"purpose": "diagnostic", "capture": "stone-cast", "simulated": "no", "printed": "office"}
        flags = [word for field, answer in answers.items() for word in (f"--{field}", answer)]
        swift = command("ask", "model", *flags, "--on", "2026-03-02", "--format", "json", "--no-input")
        self.open()
        page = self.run_script(
            "return JSON.stringify(advise(book, book.topics.get('model'), arguments[0], '2026-03-02'))",
            answers)
        self.assertEqual(json.dumps(json.loads(page)), json.dumps(json.loads(swift)))

    def test_alternatives_and_warning_are_those_of_the_terminal(self):
        words = "purpose=diagnostic,capture=intraoral-scan,printed=office,simulated=no"
        flags = [f"--answer={pair}" for pair in words.split(",")]
        asked = command("ask", "model", *flags, "--on", "2027-01-01", env={"COLUMNS": "2000"})
        text = " ".join(asked.split())
        self.open(f"on=2027-01-01/model,{words}")
        changed = self.run_script("""
          const { topic, answers } = currentVisit().current;
          return alternatives(book, topic, answers, "2027-01-01").map((other) =>
            [other.question.field, other.answers.map(({ id }) => id).join(", "), other.report]);
        """)
        self.assertGreater(len(changed), 3)
        for field, others, report in changed:
            outcome = "more would be asked" if report is None else report or "nothing to report"
            self.assertIn(f"- {field} {others}: {outcome}", text)
        self.assertIn(self.find("#warning").text.removeprefix("WARNING: "), text)
        self.assertIn(self.heading(), text)
