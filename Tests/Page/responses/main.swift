import CodingRules
import StrictJSON

// Answers the page's requests, a line of JSON each, as the page must. `responses paths` prints the requests to compare:
// the advice at the end of every path of every topic, and its screen with the tree before and after codes have changed.

/// A request as the page makes it.
func request(_ link: String, _ action: String, showsTree: Bool) -> String {
  let request: JSON = [
    "link": .string(link), "today": "2026-03-02", "do": .string(action), "value": "",
    "tree": .boolean(showsTree), "seed": 7,
  ]
  return String(decoding: request.bytes(.compact), as: UTF8.self)
}

func printPaths(_ book: RuleBook) {
  for topic in book.topics where topic.isService {
    topic.forEachPath { steps in
      let link = topic.link(Answers(Dictionary(steps.map { ($0.question.field, $0.answer.id) }) { $1 }))
      print(request("on=2026-03-02/\(link)", "advice", showsTree: false))
      print(request("on=2026-03-02/\(link)", "open", showsTree: true))
      print(request("on=2022-12-31/\(link)", "open", showsTree: false))
    }
  }
}

if CommandLine.arguments.last == "paths" {
  printPaths(.standard)
} else {
  while let line = readLine() {
    let response = unsafe Array(line.utf8).withUnsafeBufferPointer(PageSession.standard.respond)
    print(String(decoding: response, as: UTF8.self))
  }
}
