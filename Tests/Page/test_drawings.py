"""Drawings go through the programs that they are made for."""

import pathlib
import subprocess
import tempfile

from browser import SCRIPTS, BrowserTest, command, topics

DRAW = """
  const [text, done] = arguments;
  mermaid.initialize({ startOnLoad: false });
  mermaid.render("drawing", text).then(({ svg }) => done(svg), (error) => done("error: " + error));
"""


class Drawings(BrowserTest):
    def test_graphviz_draws_every_topic(self):
        for topic in topics():
            drawing = command("draw", topic, "--to", "dot")
            svg = subprocess.run(
                ["dot", "-Tsvg"], input=drawing, check=True, capture_output=True, encoding="utf-8")
            self.assertEqual(svg.stderr, "")
            self.assertIn("1. ", svg.stdout)

    def test_mermaid_draws_every_topic(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "mermaid.html"
            script = (SCRIPTS / "mermaid.min.js").as_uri()
            page.write_text(f"<!doctype html><meta charset=utf-8><script src='{script}'></script>")
            self.driver.get(page.as_uri())
            for topic in topics():
                svg = self.driver.execute_async_script(DRAW, command("draw", topic, "--to", "mermaid"))
                self.assertTrue(svg.startswith("<svg"), f"{topic}: {svg[:200]}")
                self.assertNotIn("Syntax error", svg)
