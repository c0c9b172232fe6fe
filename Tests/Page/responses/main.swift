import CodingRules
import StrictJSON

// Reads page requests, one JSON object per line, and prints the expected responses.
// `responses paths` prints the requests to compare: the advice at the end of every path of every
// topic, its screen before and after codes change, and the tree for every tenth path.

/// A request from the page.
func request(_ link: String, _ action: String, showsTree: Bool) -> String {
  let request: JSON = [
    "link": .string(link), "today": "2026-03-02", "do": .string(action), "value": "",
    "tree": .boolean(showsTree), "seed": 7,
  ]
  return String(decoding: request.bytes(.compact), as: UTF8.self)
}

func printPaths(_ book: RuleBook) {
  var count = 0
  for topic in book.topics where topic.isService {
    topic.forEachPath { steps in
      let link = topic.link(Answers(Dictionary(steps.map { ($0.question.field, $0.answer.id) }) { $1 }))
      print(request("on=2026-03-02/\(link)", "advice", showsTree: false))
      print(request("on=2026-03-02/\(link)", "open", showsTree: count % 10 == 0))
      print(request("on=2022-12-31/\(link)", "open", showsTree: false))
      count += 1
    }
  }
}

if CommandLine.arguments.last == "paths" {
  printPaths(.standard)
} else {
  while let line = readLine() {
    let response = PageSession.standard.respond(to: line.utf8)
    print(String(decoding: response, as: UTF8.self))
  }
}
