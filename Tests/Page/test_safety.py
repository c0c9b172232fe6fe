"""What must never happen: a page that loads something, breaks, or runs words as code."""

import json
import pathlib
import shutil
import tempfile

from browser import REPOSITORY, BrowserTest

DAY = "on=2026-03-02"


class Safety(BrowserTest):
    def test_an_address_of_nonsense_does_no_harm(self):
        for address in (
            "%", "on=/x", "on=2026-99-99/model", "model,__proto__=x,constructor", "////", "on=2026-01-01/<b>",
        ):
            self.open(address)
            self.assertIn(
                self.heading(), ["What was done?", "What is the model, scan or print for?"], address)

    def test_the_page_is_one_file_that_loads_nothing(self):
        self.open(DAY)
        self.assertEqual(self.run_script("return performance.getEntriesByType('resource').length"), 0)
        self.assertEqual(self.all("[src], link"), [])
        self.assertIn(self.run_script("return book.edition.notice"), self.find("footer").text)


class HostileWords(BrowserTest):
    """A book whose words try to be markup."""

    WORDS = "</script><script>window.harmed = 1</script><!--<script>&amp;<img src=x onerror='window.harmed=1'>"

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        rules = pathlib.Path(folder.name) / "rules"
        shutil.copytree(REPOSITORY / "rules" / "cdt-2026", rules)
        path = rules / "topics" / "model.json"
        topic = json.loads(path.read_text(encoding="utf-8"))
        topic["title"] = cls.WORDS
        topic["questions"][0]["ask"] = cls.WORDS
        path.write_text(json.dumps(topic), encoding="utf-8")
        cls.rules = ("--rules", str(rules))
        super().setUpClass()

    def test_words_stay_words(self):
        self.open("model")
        self.assertEqual(self.heading(), self.WORDS)
        self.assertIsNone(self.run_script("return window.harmed ?? null"))
        self.assertEqual(self.all("img"), [])
