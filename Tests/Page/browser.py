"""A headless Chromium with the page in it, and the programs that make the page and answer as it must."""

import base64
import json
import pathlib
import shutil
import subprocess
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = REPOSITORY / ".build" / "debug"
SCRIPTS = REPOSITORY / ".build" / "page-tests"


def command(*words, **options):
    """What `cdtadvise` prints."""
    program = [PROGRAMS / "cdtadvise", *words]
    return subprocess.run(program, check=True, capture_output=True, encoding="utf-8", **options).stdout


def responses(requests):
    """What the library says to requests of the page."""
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    run = subprocess.run(
        [PROGRAMS / "responses"], input=lines, check=True, capture_output=True, encoding="utf-8")
    return run.stdout.splitlines()


def topics():
    """The ids of all topics."""
    return [line.split()[0] for line in command("topics").splitlines() if not line.startswith(" ")]


class BrowserTest(unittest.TestCase):
    """Tests with one Chromium for all of them; what Chromium complains of fails the test."""

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

    def open(self, address=""):
        """Loads the page anew at an address of its own."""
        self.driver.get("about:blank")
        self.driver.get(self.page.as_uri() + (f"#{address}" if address else ""))
        WebDriverWait(self.driver, 60).until(lambda _: self.run_script("return Boolean(shown)"))

    def look(self, width=1280, height=900, scheme="light"):
        """Sets the size of the window and the color scheme."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )

    def run_script(self, script, *arguments):
        """The value of a script in the page."""
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        return [one.text for one in self.all(selector)]

    def heading(self):
        return next(one.text for one in self.all("main h2") if one.is_displayed())

    def click(self, words):
        """Clicks the button whose text begins so."""
        next(one for one in self.all("button") if one.text.startswith(words)).click()

    def type(self, words):
        """Types into whatever has the focus."""
        for key in words:
            self.driver.switch_to.active_element.send_keys(key)

    def sheets(self):
        """How many sheets the page prints on."""
        pdf = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
        return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page /") + pdf.count(b"/Type /Page>")
