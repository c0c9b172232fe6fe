"""The interview on the page, in Chromium and Firefox: typed, selected, changed, linked, and restored."""

from browser import PageTest
from firefox import FirefoxTest

DAY = "on=2026-03-02"
SCAN = "model,capture=intraoral-scan,printed=no,purpose=diagnostic,simulated=no"
ALIGNERS = "model,device=aligners,purpose=device"
DOWN, SPACE, LEFT, RIGHT, ESCAPE = "\ue015", " ", "\ue012", "\ue014", "\ue00c"


class Interviewing:
    def test_a_sentence_leads_to_the_answer(self):
        self.open(DAY)
        self.assertEqual(self.heading(), "What was done?")
        self.say("alginates poured up for ortho records")
        self.assertEqual(self.heading(), "Report D0470")
        self.assertEqual(self.texts(".lines dt"), ["D0470"])
        self.assertEqual(self.run_script("return document.title"), "Report D0470")

    def test_what_is_typed_is_read_at_once_and_kept(self):
        self.open(DAY)
        self.run_script("document.getElementById('say').focus()")
        self.press("scanned for a night guard")
        self.wait_for("document.getElementById('preview').innerText.includes('ight guard')")
        self.press("\n")
        self.assertIn("ight guard", self.text(".lines"))

    def test_an_answer_by_word_by_number_and_by_two_digits(self):
        self.open(f"{DAY}/model,purpose=device")
        labels = self.texts(".choice strong")
        self.assertGreater(len(labels), 20)
        self.press("12")
        self.assertEqual(self.texts("aside .given strong")[-1], labels[11])
        self.open(f"{DAY}/model,purpose=device")
        self.press("1")
        self.assertNotIn("lines", self.run_script("return document.getElementById('page').innerHTML"))
        self.wait_for("shown.count === 0")
        self.assertEqual(self.texts("aside .given strong")[-1], labels[0])
        self.open(f"{DAY}/model,purpose=device")
        self.press("invisalign\n")
        self.assertIn("D8010", self.text(".lines"))

    def test_the_arrows_and_enter_choose(self):
        self.open(f"{DAY}/model,purpose=diagnostic")
        self.press(DOWN + DOWN + "\n")
        self.assertEqual(self.heading(), "Was a physical model printed from it?")
        self.assertEqual(self.run_script("return document.activeElement.tagName"), "H2")

    def test_any_answer_can_be_changed_and_history_leads_back(self):
        self.open(f"{DAY}/{SCAN}")
        self.assertEqual(self.heading(), "Report D0801")
        self.run_script("document.querySelectorAll('[data-do=change]')[2].click()")
        self.assertEqual(self.heading(), "Was a physical model printed from it?")
        self.click("2\nYes, in our office")
        self.assertEqual(self.heading(), "Report D0801, D0396")
        self.run_script("history.back()")
        self.wait_for_heading("Was a physical")
        self.run_script("history.back()")
        self.wait_for_heading("Report D0801")

    def test_a_visit_of_three_services_is_one_answer(self):
        self.open(f"{DAY}/{SCAN}/{ALIGNERS}")
        self.click("Add a service")
        self.say("pano on a dental claim, we took and read it")
        heading = self.heading()
        for code in ("D0801", "D0330", "D8010-D8040", "with a warning"):
            self.assertIn(code, heading)
        self.assertEqual(len(self.texts(".services > li")), 3)
        self.assertIn("part of the device", self.text("ul.warnings"))
        link = self.link()
        self.open(link)
        self.assertEqual((self.heading(), self.link()), (heading, link))
        self.assertEqual(self.texts(".notice"), [])

    def test_a_link_says_what_it_could_not_restore(self):
        self.open(f"{DAY}/{SCAN},color=blue/ghost")
        self.assertIn("“color=blue”, “ghost”", self.text(".notice"))
        self.assertEqual(self.heading(), "Report D0801")

    def test_not_sure_is_an_answer(self):
        self.open(f"{DAY}/model,purpose=diagnostic")
        self.click("Not sure")
        self.assertTrue(self.heading().startswith("Not decided yet"))
        self.assertIn("D0470", self.text(".outcomes"))
        link = self.link()
        self.open(link)
        self.assertTrue(self.heading().startswith("Not decided yet"))
        self.click("Answer now")
        self.assertEqual(self.heading(), "How was the model captured?")

    def test_the_date_of_service_decides(self):
        self.open(f"{DAY}/{SCAN}")
        self.run_script("""
          const day = document.getElementById("day");
          day.value = "2020-05-05";
          day.dispatchEvent(new Event("change"));
        """)
        self.assertIn("was not in force", self.heading())

    def test_the_chart_note_and_the_link_can_be_copied(self):
        self.open(f"{DAY}/{SCAN}")
        self.run_script("""
          window.copied = [];
          Object.defineProperty(navigator, "clipboard",
            { configurable: true, value: { writeText: async (text) => { window.copied.push(text); } } });
        """)
        self.click("Copy chart note")
        self.click("Copy link")
        self.wait_for("document.getElementById('said').innerText === 'Copied.'")
        note, link = self.run_script("return window.copied")
        self.assertIn("D0801", note)
        self.assertTrue(link.endswith(self.link()))

    def test_a_copy_that_is_not_allowed_is_offered_by_hand(self):
        self.open(f"{DAY}/{SCAN}")
        self.run_script("""
          Object.defineProperty(navigator, "clipboard",
            { configurable: true, value: { writeText: () => Promise.reject(new Error("no")) } });
        """)
        self.click("Copy chart note")
        self.wait_for("document.getElementById('copy').open")
        self.assertIn("D0801", self.run_script("return document.getElementById('copied').value"))

    def test_why_not_another_code(self):
        self.open(f"{DAY}/{SCAN}")
        self.click("Why not another code?")
        self.run_script("document.getElementById('code').focus()")
        self.press("D0470\n")
        self.assertIn("D0470", self.text(".notice"))

    def test_class_mode_lets_the_class_guess_first(self):
        self.open(f"{DAY}/model,capture=intraoral-scan,purpose=diagnostic,printed=no")
        self.click("Class mode")
        self.assertTrue(self.texts("#picture"))
        self.press("1")
        self.assertEqual(self.heading(), "What do you report?")
        self.assertEqual(self.texts(".lines dt"), [])
        self.press(SPACE)
        self.assertEqual(self.texts(".lines dt"), ["D0801"])
        self.press(LEFT)
        self.wait_for_heading("Was treatment")
        self.press(RIGHT)
        self.wait_for_heading("What do you report?")
        self.press(ESCAPE)
        self.assertEqual(self.heading(), "Report D0801")

    def test_a_lesson_asks_and_judges(self):
        self.open()
        self.click("Lessons for a class")
        self.run_script("document.querySelector('[data-do=lesson]').click()")
        self.assertTrue(self.texts(".story"))
        for _ in range(30):
            if not self.run_script("return shown.count"):
                break
            self.click("Show the answer")
            self.assertIn("The answer: ", self.text(".notice"))
        self.assertTrue(self.texts(".lines dt"))

    def test_a_quiz_to_its_end(self):
        self.open()
        self.click("Lessons for a class")
        self.click("Start a quiz")
        answers = {}
        for number in range(20):
            if not self.texts(".scenario"):
                break
            context, scenario = self.texts(".context")[0], self.text(".scenario")
            self.assertTrue(context.startswith(f"Question {number + 1} of 10" if number < 10 else "Again: question"))
            self.say(answers[scenario]) if number >= 10 else self.press("1")
            verdict = self.text(".notice, .warnings")
            self.assertRegex(verdict, "^(Right|Partly right|Not quite)" if number < 10 else "^Right")
            answers[scenario] = verdict.split(": ")[1].rstrip(".") if ": " in verdict else "none"
            self.click("Next")
        self.assertRegex(self.heading(), "of 10 right at the first try$")
        self.click("Leave the quiz")
        self.assertEqual(self.heading(), "What was done?")


class InChromium(Interviewing, PageTest):
    pass


class InFirefox(Interviewing, FirefoxTest):
    pass
