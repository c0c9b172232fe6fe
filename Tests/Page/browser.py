"""A headless Chromium for what the command draws."""

import base64
import pathlib
import shutil
import subprocess
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = REPOSITORY / ".build" / "debug"
SCRIPTS = REPOSITORY / ".build" / "page-tests"


def command(*words, **options):
    """What `cdtadvise` prints."""
    program = [PROGRAMS / "cdtadvise", *words]
    return subprocess.run(program, check=True, capture_output=True, encoding="utf-8", **options).stdout


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

    def look(self, width=1280, height=900, scheme="light"):
        """Sets the size of the window and the colour scheme."""
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

    def sheets(self):
        """How many sheets the page prints on."""
        pdf = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
        return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page /") + pdf.count(b"/Type /Page>")
