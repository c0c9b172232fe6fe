"""Accessibility: screen readers, small screens, zoom, dark mode, high contrast, and print."""

from browser import SCRIPTS, PageTest
from firefox import FirefoxTest

DAY = "on=2026-03-02"
SCAN = "model,capture=intraoral-scan,printed=office,purpose=diagnostic,simulated=simulated"
VISIT = f"{DAY}/{SCAN}/model,device=aligners,purpose=device/panoramic,claim=dental,role=capture-and-read,source=exposed"
STATES = {
    "start": DAY,
    "question": f"{DAY}/model,purpose=diagnostic",
    "many answers": f"{DAY}/model,purpose=device",
    "answer": f"{DAY}/{SCAN}",
    "nothing to report": f"{DAY}/model,purpose=diagnostic,capture=impression-only",
    "not sure": f"{DAY}/model,purpose=diagnostic,?",
    "visit": VISIT,
    "not restored": f"{VISIT}/ghost",
    "not reviewed": "on=2027-03-02/model",
    "not in force": f"on=2014-03-02/{SCAN}",
    "lesson": "case=ortho-records-digital",
    "quiz": "quiz=7,",
    "quiz answered": "quiz=7,,D0470",
}
CLASS = {
    "question": f"{DAY}/model,purpose=diagnostic",
    "many answers": f"{DAY}/model,purpose=device",
    "answer": VISIT,
    "lesson": "case=ortho-records-digital",
    "quiz": "quiz=7,",
}
# Text smaller than 9 points (12 pixels) in print.
SMALL = """
  return [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && one.innerText?.trim()
    && parseFloat(getComputedStyle(one).fontSize) < 12 - 0.01 && !one.matches(".unseen, .unseen *"))
    .map((one) => one.outerHTML.slice(0, 100));
"""
# Elements with animations or transitions.
MOVES = """
  return [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
  }).length;
"""


class Accessible:
    def opened(self, address):
        self.open(address)
        self.run_script("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    def check_with_axe(self, name):
        if not self.run_script("return Boolean(window.axe)"):
            self.run_script((SCRIPTS / "axe.min.js").read_text(encoding="utf-8"))
        passes, violations = self.run_script("""
          return axe.run().then(({ passes, violations }) => [
            passes.length, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]);
        """)
        self.assertGreater(passes, 10)
        self.assertEqual(violations, [], name)

    def test_axe_finds_nothing(self):
        for name, address in STATES.items():
            self.opened(address)
            for scheme, width in self.LOOKS:
                self.look(width, 844, scheme)
                self.check_with_axe(f"{name}, {scheme}, {width}")

    def test_nothing_is_wider_than_the_window_even_at_200_percent(self):
        for name, address in STATES.items():
            self.opened(address)
            for width in (320, 390, 640, 768, 1280):
                self.look(width, 844)
                self.assertLessEqual(
                    self.run_script("return document.documentElement.scrollWidth"), width, f"{name}, {width}")

    def test_headings_go_down_in_steps(self):
        for name, address in STATES.items():
            self.open(address)
            levels = self.run_script("""
              return [...document.querySelectorAll("h1, h2, h3, h4")].filter((one) => one.checkVisibility())
                .map((one) => Number(one.tagName[1]));
            """)
            self.assertEqual(levels[:2], [1, 2], name)
            self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])), name)

    def test_the_keyboard_alone_reaches_everything_in_order(self):
        self.open(f"{DAY}/model,purpose=diagnostic")
        reached = []
        for _ in range(60):
            self.press("\ue004")
            reached.append(self.run_script("""
              const { activeElement } = document;
              return activeElement === document.body ? null : activeElement.dataset.value || activeElement.id
                || activeElement.tagName;
            """))
        for expected in ("day", "tree-switch", "class-switch", "1", "6", "say", "not sure", "SUMMARY", "0 purpose"):
            self.assertIn(expected, reached)


class HighContrast:
    def check_motion_and_borders(self):
        self.open(VISIT)
        self.assertTrue(self.run_script("return matchMedia('(prefers-reduced-motion: reduce)').matches"))
        self.assertTrue(self.run_script("return matchMedia('(forced-colors: active)').matches"))
        self.assertEqual(self.run_script(MOVES), 0)
        widths = self.run_script("""
          return [...document.querySelectorAll(".lines > div, ul.warnings")]
            .map((one) => parseFloat(getComputedStyle(one).borderTopWidth));
        """)
        self.assertTrue(widths and all(width >= 1 for width in widths), widths)


class InChromium(Accessible, HighContrast, PageTest):
    LOOKS = (("light", 1280), ("dark", 1280), ("light", 390))

    def tearDown(self):
        self.look()
        super().tearDown()

    def test_axe_finds_nothing_in_class_mode(self):
        for name, address in CLASS.items():
            self.open(address)
            self.click("Class mode")
            self.check_with_axe(f"{name}, in class")
            if self.texts(".guess"):
                self.click("Reveal")
                self.check_with_axe(f"{name}, revealed")

    def test_a_class_sees_every_choice_and_every_code_on_a_projector(self):
        for width, height in ((1280, 720), (1920, 1080)):
            self.look(width, height)
            for name, address in CLASS.items():
                self.open(address)
                self.click("Class mode")
                if self.texts(".guess"):
                    self.click("Reveal")
                below = self.run_script("""
                  return [...document.querySelectorAll("main .choice, main .lines > div")]
                    .filter((one) => one.getBoundingClientRect().bottom > innerHeight).map((one) => one.innerText);
                """)
                self.assertEqual(below, [], f"{name}, {width}")

    def test_a_phone_shows_the_question_first_and_the_tree_behind_a_button(self):
        self.look(390, 844)
        self.open(f"{DAY}/model,purpose=diagnostic")
        self.assertLess(self.run_script("return document.querySelector('main h2').getBoundingClientRect().top"), 250)
        self.assertEqual(self.texts("#picture"), [])
        self.click("Tree")
        self.assertEqual(len(self.all("#picture img")), 1)

    def test_every_answer_prints_on_one_sheet_at_9_points(self):
        for name, address in STATES.items():
            self.open(address)
            if self.all("article.answer"):
                self.assertEqual(self.sheets(), 1, name)
                self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
                self.assertEqual(self.run_script(SMALL), [], name)
                self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    def test_a_question_prints_with_its_choices(self):
        for name in ("question", "lesson", "quiz"):
            self.open(STATES[name])
            choices = self.texts(".choice strong")
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
            self.assertEqual(self.texts(".choice strong"), choices, name)
            self.assertEqual(self.texts("button:not(.choice), summary"), [], name)
            self.assertEqual(self.run_script(SMALL), [], name)
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    def test_the_tree_fills_its_view_and_shows_the_open_question(self):
        self.look(1280, 720)
        for address in ("model", "model,purpose=diagnostic,capture=intraoral-scan", "model,purpose=device/panoramic"):
            self.open(f"{DAY}/{address}")
            self.click("Class mode")
            blank, off = self.run_script("""
              const view = document.getElementById("picture"), { tree } = shown;
              const image = view.querySelector("img").getBoundingClientRect(), box = view.getBoundingClientRect();
              const scale = image.width / tree.width;
              return [
                [image.left - box.left, image.top - box.top, box.right - image.right],
                [image.x + tree.x * scale - box.x, box.width - (image.x + tree.x * scale - box.x)],
              ];
            """)
            self.assertLess(max(blank), 20, address)
            self.assertGreater(min(off), 50, address)

    def test_every_service_has_its_tree(self):
        self.open(VISIT)
        self.click("Tree")
        before = self.run_script("return document.querySelector('#picture img').alt")
        self.find("#tree-title select").send_keys("1")
        self.wait_for("document.querySelector('#picture img').alt.includes('What is the model, scan or print for?')")
        self.assertNotIn("What is the model", before)

    def test_nothing_moves_and_forced_colors_keep_the_borders(self):
        self.look(prefers_reduced_motion="reduce", forced_colors="active")
        self.check_motion_and_borders()


class InFirefox(Accessible, FirefoxTest):
    LOOKS = (("light", 1280), ("light", 390))


class InFirefoxWithHighContrast(HighContrast, FirefoxTest):
    PREFERENCES = {"ui.prefersReducedMotion": 1, "browser.display.document_color_use": 2}

    def test_nothing_moves_and_forced_colors_keep_the_borders(self):
        self.check_motion_and_borders()
