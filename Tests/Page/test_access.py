"""Whoever opens the page can use it: keyboard, screen reader, small screen, dark room, paper."""

from selenium.webdriver.common.keys import Keys
from browser import SCRIPTS, BrowserTest

DAY = "on=2026-03-02"
ADVICE = f"{DAY}/model,purpose=diagnostic,capture=intraoral-scan,printed=office,simulated=simulated"
STATES = {
    "start": DAY,
    "question": f"{DAY}/model,purpose=diagnostic",
    "many answers": f"{DAY}/model,purpose=device",
    "advice": ADVICE,
    "nothing to report": f"{DAY}/model,purpose=diagnostic,capture=impression-only",
    "visit": f"{ADVICE}/occlusion",
    "more": f"{ADVICE}/",
    "not reviewed": "on=2027-03-02/model",
    "not in force": "on=2014-03-02/model,purpose=diagnostic,capture=intraoral-scan,printed=no,simulated=no",
}


class Access(BrowserTest):
    def test_axe_finds_nothing(self):
        for scheme in ("light", "dark"):
            for width in (1280, 390):
                self.look(width, 844, scheme)
                for name, address in STATES.items():
                    self.open(address)
                    for details in self.all("details"):
                        self.run_script("arguments[0].open = true", details)
                    self.run_script((SCRIPTS / "axe.min.js").read_text(encoding="utf-8"))
                    found = self.driver.execute_async_script("axe.run().then(arguments[0])")
                    self.assertGreater(len(found["passes"]), 10)
                    violations = [
                        (one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
                    self.assertEqual(violations, [], f"{name}, {scheme}, {width}")
        self.look()

    def test_nothing_is_wider_than_the_window(self):
        for width in (320, 390, 768, 1280):
            self.look(width, 844)
            for name, address in STATES.items():
                self.open(address)
                self.assertLessEqual(
                    self.run_script("return document.documentElement.scrollWidth"), width, f"{name}, {width}")
        self.look()

    def press(self, *keys):
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def test_the_keyboard_alone_leads_to_advice(self):
        self.open(DAY)
        body = self.find("body")
        body.send_keys(Keys.TAB)
        while not self.driver.switch_to.active_element.get_attribute("id") == "find":
            self.press(Keys.TAB)
        self.press("alginate")
        self.assertEqual(self.find("#said").text, f"{len(self.all('button.choice'))} topics")
        self.press(Keys.TAB, Keys.ENTER)
        self.assertEqual(self.heading(), "What is the model, scan or print for?")
        self.assertEqual(self.driver.switch_to.active_element, self.find("#talk h2"))
        self.press("1")
        self.assertEqual(self.find("#said").text, "Taken: To study the case or plan treatment.")
        self.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
        self.assertEqual(self.heading(), "In short: report D0470.")
        self.assertEqual(self.driver.switch_to.active_element, self.find("#talk h2"))

    def test_headings_go_down_in_steps(self):
        for name, address in STATES.items():
            self.open(address)
            levels = [int(one.tag_name[1]) for one in self.all("h1, h2, h3, h4") if one.is_displayed()]
            self.assertEqual(levels[:2], [1, 2], name)
            self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])), name)

    def test_the_tree_shows_the_walk(self):
        self.open(f"{DAY}/model,purpose=diagnostic,capture=intraoral-scan")
        lit = [one.text.replace("\n", " ") for one in self.all("#branches li.lit > .branch")]
        self.assertEqual(
            lit, ["chosen: To study the case or plan treatment", "chosen: Scanner in the mouth"])
        step = self.find("#branches [aria-current=step]")
        self.assertEqual(step.text, "3. Was a physical model printed from it?")

    def test_the_open_question_is_in_sight_in_the_tree(self):
        self.open(f"{DAY}/model,purpose=device")
        tree, question = self.find("#branches").rect, self.find("#branches .open").rect
        self.assertLess(tree["y"], question["y"])
        self.assertLess(question["y"] + question["height"], tree["y"] + tree["height"])

    def test_every_advice_prints_on_one_sheet(self):
        self.open(DAY)
        longest = self.run_script("""
          const longest = [];
          for (const topic of book.topics.values()) {
            const lengths = [];
            forEachWalk(topic, (answers) => lengths.push(
              [JSON.stringify(advise(book, topic, answers, "2026-03-02")).length, answers]));
            lengths.sort(([one], [other]) => other - one);
            for (const [, answers] of lengths.slice(0, 3)) {
              longest.push(writeVisit({ day: "2026-03-02", done: [], current: { topic, answers } }));
            }
          }
          return longest;
        """)
        self.assertGreater(len(longest), 20)
        for address in longest:
            self.open(address)
            self.assertEqual(self.sheets(), 1, address)
