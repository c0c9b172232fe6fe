"""The interview in the page: going on, back, over again, several services."""

from selenium.webdriver.common.by import By

from browser import BrowserTest, command

DAY = "on=2026-03-02"


class Interviewing(BrowserTest):
    def texts(self, selector):
        return [one.text for one in self.all(selector)]

    def part(self, title):
        """The text of a part of the advice; nothing when there is none."""
        for one in self.all(".advice section"):
            if one.find_element(By.TAG_NAME, "h3").text.lower() == title.lower():
                return one.text
        return ""

    def test_a_walk_back_and_forth(self):
        self.open()
        self.assertEqual(self.heading(), "What was done?")
        self.click("Models, scans and prints")
        self.click("1\nTo study")
        self.click("2\nScanner")
        self.click("Back")
        self.assertEqual(self.heading(), "How was the model captured?")
        self.driver.back()
        self.assertEqual(self.heading(), "Was a physical model printed from it?")
        self.click("Change")
        self.assertEqual(self.heading(), "What is the model, scan or print for?")
        self.click("1\nTo study")
        self.click("1\nImpression")
        self.assertEqual(self.heading(), "In short: report D0470.")
        self.assertIn("D0801", self.part("Not separately"))
        self.assertIn("D0470", self.part("For the chart"))
        self.click("Start again")
        self.assertEqual(self.heading(), "What was done?")

    def test_office_words_find_topics_and_answers(self):
        self.open()
        self.find("#find").send_keys("itero")
        self.assertIn("Models, scans and prints of the teeth and face", self.texts("button.choice strong"))
        self.assertLess(len(self.all("button.choice")), 5)
        self.find("#find").send_keys(" nonsense")
        self.assertIn("Nothing here is called so", self.find("#talk").text)
        self.open(f"{DAY}/model,purpose=device")
        self.find("#find").send_keys("Invisalign")
        self.assertEqual(self.texts("button.choice strong"), ["Aligners or braces"])
        self.find("button.choice").click()
        self.assertIn("D8010-D8040", self.part("Included in"))

    def test_why_tells_what_hangs_on_the_question(self):
        self.open(f"{DAY}/model,purpose=diagnostic,capture=intraoral-scan,printed=no")
        self.find("summary").click()
        self.assertIn("D0393", self.find("details").text)
        self.assertIn("no code", self.find("details").text)

    def test_the_date_of_service_decides(self):
        walk = "model,purpose=diagnostic,capture=intraoral-scan,printed=no,simulated=no"
        self.open(f"{DAY}/{walk}")
        self.assertFalse(self.find("#warning").is_displayed())
        self.run_script("""
          const day = document.getElementById("day");
          day.value = "2020-05-05";
          day.dispatchEvent(new Event("change"));
        """)
        self.assertIn("D0801 is in force only from 2023-01-01 on.", self.part("Not in force on 2020-05-05"))
        self.open(f"on=2027-01-01/{walk}")
        self.assertTrue(self.find("#warning").is_displayed())

    def test_several_services_of_one_visit(self):
        self.open(f"{DAY}/model,purpose=diagnostic,capture=stone-cast")
        self.click("Add another service")
        self.assertEqual(self.heading(), "What else was done?")
        self.click("Panoramic X-rays")
        while "This visit" not in self.heading():
            self.find("button.choice").click()
        self.assertTrue(self.heading().startswith("This visit: D0470 D0"), self.heading())
        self.assertEqual(len(self.all(".visit li")), 2)
        self.click("Remove")
        self.assertTrue(self.heading().startswith("In short: report D0"))

    def test_checks_speak_between_the_services(self):
        self.open(f"{DAY}/model,purpose=diagnostic,capture=stone-cast")
        self.assertNotIn("BETWEEN THE LINES", self.find(".advice").text)
        scan = "model,purpose=diagnostic,capture=intraoral-scan,printed=no,simulated=no"
        self.open(f"{DAY}/model,purpose=diagnostic,capture=stone-cast/{scan}")
        self.assertIn("D0470, D0801", self.part("Between the lines: warning"))

    def test_a_surgery_soon_after_is_told(self):
        self.open(f"{DAY}/splint,claim=medical,splint-maker=surgeon,splint-count=one")
        self.assertEqual(self.part("Between the lines: warning"), "")
        self.run_script("""
          const day = document.getElementById("surgery");
          day.value = "2026-03-10";
          day.dispatchEvent(new Event("change"));
        """)
        self.assertIn("21085", self.part("Between the lines: warning"))
        self.driver.refresh()
        self.assertEqual(self.find("#surgery").get_property("value"), "2026-03-10")

    def test_dates_can_be_typed_on_without_losing_the_place(self):
        self.open(f"{DAY}/model")
        self.find("#day").send_keys("05062020")
        self.assertEqual(self.driver.switch_to.active_element, self.find("#day"))
        self.assertEqual(self.find("#day").get_property("value"), "2020-05-06")
        self.assertIn("on=2020-05-06", self.driver.current_url)

    def test_facts_of_the_visit_are_asked_once(self):
        self.open()
        pairs = self.run_script("""
          return [...book.topics.values()].flatMap((topic) => topic.questions
            .filter(({ scope }) => scope === "visit").map(({ field }) => [topic.id, field]));
        """)
        shared = {field for _, field in pairs if len({topic for topic, other in pairs if other == field}) > 1}
        self.assertIn("claim", shared)
        self.open(f"{DAY}/splint,claim=dental/planning,work=simulation")
        self.open(f"{DAY}/splint,claim=dental/cbct")
        self.assertEqual(self.heading(), "What did your office do with the scan?")
        self.assertIn("as for the whole visit", self.find(".review").text)
        self.click("Back")
        self.assertEqual(self.heading(), "What else was done?")
        self.click("Nothing else")
        self.assertEqual(self.heading(), "In short: report D5988.")

    def test_it_opens_with_the_walk_that_was_asked_for(self):
        self.page.write_text(command("draw", "--to", "html", "--purpose", "diagnostic"), encoding="utf-8")
        try:
            self.open()
            self.assertEqual(self.heading(), "How was the model captured?")
        finally:
            self.page.write_text(command("draw", "--to", "html"), encoding="utf-8")
