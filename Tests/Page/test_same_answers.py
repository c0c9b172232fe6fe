"""The page's responses are those of the library, byte for byte, and match the command."""

import json
import subprocess

from browser import PROGRAMS, REPOSITORY, PageTest, command, responses
from firefox import FirefoxTest

RULES = REPOSITORY / "rules" / "cdt-2026"

# Sends requests to the compiled library like the page.
RESPOND = """
  const requests = arguments[0];
  return requests.map((request) => {
    const written = write(JSON.stringify(request));
    const address = library.respond(...written);
    library.release(written[0]);
    const memory = new Uint8Array(library.memory.buffer, address);
    return new TextDecoder().decode(memory.subarray(0, memory.indexOf(0)));
  });
"""


def request(link="", action="open", value="", tree=False):
    return {"link": link, "today": "2026-03-02", "do": action, "value": value, "tree": tree, "seed": 7}


def document(link):
    """The visit of a link as a document for `cdtadvise visit`."""
    services = []
    for part in link.split("/")[1:]:
        topic, *pairs = part.split(",")
        services.append({"topic": topic, "answers": dict(pair.split("=") for pair in pairs)})
    return json.dumps({"date": "2026-03-02", "services": services})


class SameAnswers:
    def setUp(self):
        self.open()

    def told(self, requests):
        return [text for start in range(0, len(requests), 20)
                for text in self.run_script(RESPOND, requests[start:start + 20])]

    def compare(self, requests):
        page = self.told(requests)
        for asked, told, expected in zip(requests, page, responses(requests), strict=True):
            self.assertEqual(told, expected, asked)
        return page

    def test_every_sentence(self):
        sentences = [one["say"] for one in json.loads((RULES / "sentences.json").read_text(encoding="utf-8"))]
        read = command("read", "-", "--json", "--on", "2026-03-02", input="".join(f"{one}\n" for one in sentences))
        page = self.told([request(action="reading", value=one) for one in sentences])
        self.assertEqual(page, read.splitlines())
        self.compare([request(action=action, value=one) for one in sentences for action in ("read", "say")])
        print(f"{len(sentences)} sentences compared")

    def test_a_quiz(self):
        link = json.loads(self.compare([request(action="quiz")])[0])["link"]
        for _ in range(10):
            self.assertEqual(self.compare([request(link, "read", "D04")]), ['["div",{}]'])
            link = json.loads(self.compare([request(link, "say", "1")])[0])["link"]
            link = json.loads(self.compare([request(link, "next")])[0])["link"]
        self.assertIn("of 10 right", self.compare([request("quiz=7," + "1" * 10)])[0])


class InChromium(SameAnswers, PageTest):
    def test_every_path(self):
        paths = subprocess.run([PROGRAMS / "responses", "paths"], check=True, capture_output=True).stdout
        requests = [json.loads(line) for line in paths.splitlines()]
        page = self.compare(requests)
        count = 0
        for asked, told in zip(requests, page):
            if asked["do"] == "advice":
                count += 1
                swift = command("visit", "-", "--format", "json", "--no-input", input=document(asked["link"]))
                self.assertEqual(json.dumps(json.loads(told)), json.dumps(json.loads(swift)), asked)
        print(f"{count} paths, {len(requests)} requests compared")
        self.assertGreater(count, 200)

    def test_every_case_and_the_checks_that_speak_up(self):
        cases = json.loads((RULES / "cases.json").read_text(encoding="utf-8"))
        begun = self.compare([request(action="lesson", value=case["id"]) for case in cases])
        links, spoken = [json.loads(text)["link"] for text in begun], set()
        open_links = links
        while open_links:
            told = self.compare([request(link, "reveal") for link in open_links])
            after = dict(zip(open_links, (json.loads(text)["link"] for text in told)))
            links = [after.get(link, link) for link in links]
            open_links = [new for old, new in after.items() if new != old]
        for text in self.compare([request(link, "advice") for link in links]):
            advice = json.loads(text)
            self.assertEqual(advice["status"], "advised", text[:300])
            spoken.update(remark["check"] for remark in advice["remarks"])
        print(f"{len(cases)} cases compared, {len(spoken)} checks spoke up")
        self.assertGreater(len(spoken), 3)


class InFirefox(SameAnswers, FirefoxTest):
    pass
