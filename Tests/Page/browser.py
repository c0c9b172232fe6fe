"""A headless Chromium for drawings and the page."""

import base64
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = REPOSITORY / ".build" / "debug"
SCRIPTS = REPOSITORY / ".build" / "page-tests"


def command(*words, **options):
    """The output of `cdtadvise`."""
    program = [PROGRAMS / "cdtadvise", *words]
    return subprocess.run(program, check=True, capture_output=True, encoding="utf-8", **options).stdout


def responses(requests):
    """The library's responses to page requests."""
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    run = subprocess.run(
        [PROGRAMS / "responses"], input=lines, check=True, capture_output=True, encoding="utf-8")
    return run.stdout.splitlines()


def topics():
    """The ids of all topics."""
    return [line.split()[0] for line in command("topics").splitlines() if not line.startswith(" ")]


class BrowserTest(unittest.TestCase):
    """Tests that share one Chromium; errors in its console fail the test."""

    @classmethod
    def setUpClass(cls):
        options = webdriver.ChromeOptions()
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        cls.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        cls.addClassCleanup(cls.driver.quit)
        cls.driver.set_script_timeout(120)

    def tearDown(self):
        self.assertEqual(self.driver.get_log("browser"), [])

    def look(self, width=1280, height=900, scheme="light", **features):
        """Sets the window size, the color scheme, and other media features."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        features = {"prefers-color-scheme": scheme} | {key.replace("_", "-"): features[key] for key in features}
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": name, "value": value} for name, value in features.items()]},
        )

    def run_script(self, script, *arguments):
        """Runs a script in the page and returns its value."""
        return self.driver.execute_script(script, *arguments)

    def press(self, keys):
        """Types into the focused element."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def sheets(self):
        """The number of printed pages."""
        pdf = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
        return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page /") + pdf.count(b"/Type /Page>")


def make_page(test, *words):
    """Creates the page for all tests of a class."""
    folder = tempfile.TemporaryDirectory()
    test.addClassCleanup(folder.cleanup)
    test.page = pathlib.Path(folder.name) / "page.html"
    test.page.write_text(command("draw", "--to", "html", *words), encoding="utf-8")


class Page:
    """User actions on the page, in any browser that can open a URL, run a script, and press keys."""

    def open(self, address=""):
        """Reloads the page, optionally at a link."""
        self.driver.get("about:blank")
        self.driver.get(self.page.as_uri() + (f"#{address}" if address else ""))
        self.wait_for("Boolean(shown)")

    def wait_for(self, condition):
        done = self.run_script(f"""
          return new Promise((resolve) => {{
            const deadline = Date.now() + 15000;
            const look = () => {condition} || Date.now() > deadline ? resolve({condition}) : setTimeout(look, 20);
            look();
          }});
        """)
        self.assertTrue(done, condition)

    def wait_for_heading(self, words):
        self.wait_for(f"""
          [...document.querySelectorAll("main h2")].some((one) => one.checkVisibility()
            && one.innerText.startsWith({json.dumps(words)}))
        """.strip().replace("\n", " "))

    def texts(self, selector):
        """The texts of the visible elements."""
        return self.run_script("""
          return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility())
            .map((one) => one.innerText.trim());
        """, selector)

    def text(self, selector):
        return " ".join(self.texts(selector))

    def heading(self):
        return self.texts("main h2")[0]

    def click(self, words):
        """Clicks the button or summary whose text begins with some words."""
        found = self.run_script("""
          const button = [...document.querySelectorAll("button, summary")]
            .find((one) => one.checkVisibility() && one.innerText.trim().startsWith(arguments[0]));
          button?.focus();
          return Boolean(button);
        """, words)
        self.assertTrue(found, words)
        self.press("\n")

    def say(self, words):
        """Types into the text field of the screen and submits it."""
        self.run_script("document.getElementById('say').focus()")
        self.press(words + "\n")

    def link(self):
        return self.run_script("return shown.link")


class PageTest(Page, BrowserTest):
    """Tests of the page in Chromium."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        make_page(cls)
