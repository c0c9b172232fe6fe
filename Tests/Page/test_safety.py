"""The page never loads anything, breaks, or runs text as code."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from browser import PROGRAMS, REPOSITORY, PageTest, make_page

DAY = "on=2026-03-02"


class Safety(PageTest):
    def test_an_address_of_nonsense_does_no_harm(self):
        for address in (
            "%", "on=/x", "on=2026-99-99/model", "model,__proto__=x,constructor", "////", "on=2026-01-01/<b>",
            "quiz=", "quiz=1,2", "quiz=99999999999999999999,", "quiz=1,-5,0", "quiz=1," + "0" * 5000, "case=ghost", "case=", "case=/model", "?,?",
            "on=2026-01-01/model,?/?" + "x" * 5000, "%FF%00%C3", "model/" * 500,
        ):
            self.open(address)
            self.assertTrue(self.heading(), address)

    def test_the_page_is_one_file_that_loads_nothing(self):
        self.open(DAY)
        self.assertEqual(self.run_script("return performance.getEntriesByType('resource').length"), 0)
        self.assertEqual(self.all("[src], link"), [])
        self.assertIn("Payment is not guaranteed", self.text("footer"))

    def test_its_policy_allows_its_own_script_alone(self):
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', self.page.read_text(encoding="utf-8"))[1]
        self.assertRegex(
            policy, r"^default-src 'none'; img-src data:; style-src 'sha256-[^']{44}'; "
            r"script-src 'sha256-[^']{44}' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'$")
        self.open(DAY)
        self.run_script("""
          const script = document.createElement("script");
          script.textContent = "window.harmed = 1";
          document.body.append(script);
        """)
        self.assertIsNone(self.run_script("return window.harmed ?? null"))
        log = self.driver.get_log("browser")
        self.assertEqual(len(log), 1)
        self.assertIn("Content Security Policy", log[0]["message"])


class HostileWords(PageTest):
    """A book with texts that look like markup."""

    WORDS = "</script><script>window.harmed = 1</script><!--<script>&amp;<img src=x onerror='window.harmed=1'>"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        rules = pathlib.Path(folder.name) / "rules"
        shutil.copytree(REPOSITORY / "rules" / "cdt-2026", rules)
        cls.rules = rules
        path = rules / "topics" / "model.json"
        topic = json.loads(path.read_text(encoding="utf-8"))
        topic["title"] = cls.WORDS
        topic["questions"][0]["ask"] = cls.WORDS
        path.write_text(json.dumps(topic), encoding="utf-8")
        make_page(cls, "--rules", str(rules))

    def test_words_stay_words(self):
        self.open("model")
        self.assertEqual(self.heading(), self.WORDS)
        self.assertIsNone(self.run_script("return window.harmed ?? null"))
        self.assertEqual(self.all("img"), [])

    def test_a_source_that_is_a_script_is_refused(self):
        path = self.rules / "sources.json"
        sources = path.read_text(encoding="utf-8")
        path.write_text(re.sub('"https:[^"]*"', '"javascript:window.harmed=1"', sources, count=1), encoding="utf-8")
        try:
            run = subprocess.run(
                [PROGRAMS / "cdtadvise", "draw", "--to", "html", "--rules", self.rules],
                capture_output=True, encoding="utf-8")
        finally:
            path.write_text(sources, encoding="utf-8")
        self.assertEqual(run.stdout, "")
        self.assertIn("expected an address", run.stderr)
