"""Drawings in the programs they are meant for: Graphviz, Mermaid, a browser, a printer."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from browser import REPOSITORY, SCRIPTS, BrowserTest, command, topics

PATH = ("--purpose", "diagnostic", "--capture", "intraoral-scan")
# Text that could be interpreted as markup, icon names, formulas, or entities.
TRAPS = [
    "%%{init: {'theme': 'dark'}}%% x", "fa:fa-bomb fab:fa-x", "$$x^2$$ for $5", "&lt;b&gt; &#60; &amp;",
    "<script>alert(1)</script><img src=x onerror=alert(2)>", "\"quoted\\\" and 'single' `code`",
    "end; subgraph q1 --> q2 ::: lit #35; #quot;", "*bold* _em_ [x](y) | 1. - \\n \\N \\l",
]
DRAW = """
  const [text, done] = arguments;
  mermaid.initialize({ startOnLoad: false });
  mermaid.render("drawing", text).then(({ svg }) => {
    document.body.innerHTML = svg;
    done({
      svg, words: document.body.innerText,
      active: document.body.querySelectorAll("script, img, i, b, em, strong, math, .katex, a").length,
    });
  }, (error) => done({ svg: "error: " + error }));
"""
# For each line of text: its natural width, its laid-out width, and its height on the screen.
LINES = """
  return [...document.querySelectorAll("text")].map((text) => {
    const laidOut = Number(text.getAttribute("textLength"));
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    text.removeAttribute("textLength");
    return [text.getComputedTextLength(), laidOut, size, text.closest("[transform]") !== null];
  });
"""


class Drawings(BrowserTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.trapped = cls.folder / "rules"
        shutil.copytree(REPOSITORY / "rules" / "cdt-2026", cls.trapped)
        file = cls.trapped / "topics" / "model.json"
        traps = iter(TRAPS)

        def lay(entry):
            for key in ("ask", "label"):
                if isinstance(entry.get(key), str):
                    entry[key] = next(traps, entry[key])
            return entry

        topic = json.loads(file.read_text(encoding="utf-8"), object_hook=lay)
        assert next(traps, None) is None, "too few labels for all traps"
        file.write_text(json.dumps(topic), encoding="utf-8")

    def drawings(self, form):
        """Every topic, one with a path, one complete, and one full of traps."""
        for topic in topics():
            yield topic, command("draw", topic, "--to", form)
        yield "path", command("draw", "model", *PATH, "--to", form)
        yield "expanded", command("draw", "model", "--expand", "--to", form)
        yield "traps", command("draw", "model", "--expand", "--to", form, "--rules", str(self.trapped))

    def assert_traps(self, words, name):
        if name == "traps":
            words = "".join(words.split())
            for trap in TRAPS:
                self.assertIn("".join(trap.split()), words)

    def test_graphviz_draws_them(self):
        for name, drawing in self.drawings("dot"):
            svg = subprocess.run(
                ["dot", "-Tsvg"], input=drawing, check=True, capture_output=True, encoding="utf-8")
            self.assertEqual(svg.stderr, "", name)
            page = self.folder / "graphviz.html"
            page.write_text(f"<!doctype html><meta charset=utf-8>{svg.stdout[svg.stdout.index('<svg'):]}")
            self.driver.get(page.as_uri())
            words = self.run_script("return [...document.querySelectorAll('text')].map(t => t.textContent)")
            self.assert_traps("".join(words), name)

    def test_mermaid_draws_them(self):
        page = self.folder / "mermaid.html"
        script = (SCRIPTS / "mermaid.min.js").as_uri()
        page.write_text(f"<!doctype html><meta charset=utf-8><script src='{script}'></script>")
        self.driver.get(page.as_uri())
        for name, drawing in self.drawings("mermaid"):
            drawn = self.driver.execute_async_script(DRAW, drawing)
            self.assertTrue(drawn["svg"].startswith("<svg"), f"{name}: {drawn['svg'][:200]}")
            self.assertNotIn("Syntax error", drawn["svg"])
            self.assertEqual(drawn["active"], 0, name)
            self.assert_traps(drawn["words"], name)

    def test_pictures_are_readable_on_a_projector(self):
        self.look(1280, 720)
        for name, drawing in self.drawings("svg"):
            file = self.folder / "picture.svg"
            file.write_text(drawing, encoding="utf-8")
            self.driver.get(file.as_uri())
            lines = self.run_script(LINES)
            self.assertGreater(len(lines), 10)
            for own, laid_out, size, is_in_card in lines:
                self.assertLessEqual(abs(own - laid_out), max(2, 0.03 * laid_out), name)
                if is_in_card and name not in ("expanded", "traps"):
                    self.assertGreaterEqual(size, 16, name)
            self.assertEqual(len(self.all("script, image, foreignObject, a")), 0)
            self.assert_traps("".join(one.text for one in self.all("text")), name)
        self.look()

    def test_a_picture_goes_into_the_dark_and_on_paper(self):
        file = self.folder / "picture.svg"
        file.write_text(command("draw", "model", *PATH, "--to", "svg"), encoding="utf-8")
        self.driver.get(file.as_uri())
        grounds = []
        for scheme in ("light", "dark"):
            self.look(1280, 720, scheme)
            for chip in self.all("text"):
                self.assertNotEqual(chip.value_of_css_property("fill"), "none")
            ground = self.find(".ground").value_of_css_property("fill")
            grounds.append(max(int(part) for part in re.findall(r"\d+", ground)[:3]))
        self.assertGreater(grounds[0], 200)
        self.assertLess(grounds[1], 60)
        self.assertEqual(self.sheets(), 1)
        self.look()
