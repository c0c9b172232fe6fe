import Foundation
import StrictJSON
import Testing

@testable import CodingRules

/// The responses of the page to user actions; the same functions run in the browser.
struct PageSessionTests {
  static let session = PageSession(.standard)

  /// A screen: its link, its title, its text, the sentence behind it, and its tree in words.
  struct Screen {
    let link: String
    let title: String
    let words: String
    let sentence: String
    let tree: String
  }

  static func screen(
    _ link: String, _ action: PageAction, _ value: String = "", sentence: String = "", tree: Int? = nil
  ) throws -> Screen {
    let request: JSON = [
      "link": .string(link), "today": "2026-03-02", "do": .string(action.rawValue), "value": .string(value),
      "sentence": .string(sentence), "tree": .boolean(tree != nil), "treeService": .integer(tree ?? 0),
      "seed": 7,
    ]
    let response = session.respond(to: request.bytes(.compact))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(response)) as? [String: Any])
    return Screen(
      link: try #require(json["link"] as? String), title: try #require(json["title"] as? String),
      words: words(json["screen"] as Any), sentence: json["sentence"] as? String ?? "",
      tree: (json["tree"] as? [String: Any])?["summary"] as? String ?? "")
  }

  /// Returns the text of an element: its strings except its name.
  private static func words(_ node: Any) -> String {
    if let text = node as? String { return text }
    guard let parts = node as? [Any] else { return "" }
    return parts.dropFirst(2).map(words).joined(separator: " ")
  }

  static let day = "on=2026-03-02"
  static let scan = "\(day)/model,capture=intraoral-scan,printed=no,purpose=diagnostic,simulated=no"

  /// Actions at links, with the resulting link and a part of the screen.
  static let steps: [(link: String, action: PageAction, value: String, after: String, shows: String)] = [
    ("", .open, "", day, "What was done?"),
    ("", .say, "1", "\(day)/model", "What is the model, scan or print for?"),
    ("", .say, "D0470", day, "D0470"),
    ("", .say, "night guard", "\(day)/model,~night%20guard,device=occlusal-guard,purpose=device", "D9944"),
    ("", .say, "xyzzy", day, "I did not understand “xyzzy”."),
    ("\(day)/model", .say, "1", "\(day)/model,purpose=diagnostic", "How was the model captured?"),
    ("\(day)/model", .say, "not sure", "\(day)/model,?", "Not decided yet"),
    ("\(day)/model,?", .answer, "", "\(day)/model", "What is the model, scan or print for?"),
    ("", .say, "a scan", "\(day)/?scan,model,cbct", "can mean several things"),
    ("\(scan)/panoramic", .remove, "1", scan, "Report D0801"),
    (scan, .remove, "99", scan, "Report D0801"),
    (
      scan, .change, "0 capture", "\(day)/model,printed=no,purpose=diagnostic,simulated=no",
      "How was the model captured?"
    ),
    (scan, .change, "x", scan, "Report D0801"),
    (scan, .whyNot, "d0470", scan, "WHY NOT D0470"),
    (scan, .say, "2", "\(scan)/panoramic", "How was the panoramic image made?"),
    (scan, .restart, "", day, "What was done?"),
    (
      scan, .day, "2022-12-31", scan.replacing("2026-03-02", with: "2022-12-31"), "D0801 was not in force"
    ),
    (scan, .day, "tomorrow", scan, "Report D0801"),
    (
      "\(day)/ceph", .open, "", day,
      "This link could not be restored completely. These rules do not know: “ceph”."
    ),
  ]

  @Test(arguments: steps) func thePageShows(
    _ link: String, _ action: PageAction, _ value: String, _ after: String, _ shows: String
  ) throws {
    let screen = try Self.screen(link, action, value)
    #expect(screen.link == after)
    #expect(screen.words.contains(shows))
  }

  /// Words without an effect stay in sight until the visit is over, but are never part of the link.
  @Test func unusedWordsStayInSight() throws {
    let typed = "alginates poured up for ortho records, brass bells"
    let first = try Self.screen("", .say, typed)
    #expect(first.title == "Report D0470" && first.sentence == typed && !first.link.contains("brass"))
    let changed = try Self.screen(first.link, .change, "0 capture", sentence: typed)
    for screen in [first, changed] { #expect(screen.words.contains("Not used: brass bells")) }
    for action in [PageAction.restart, .quiz] {
      let after = try Self.screen(first.link, action, sentence: typed)
      #expect(after.sentence.isEmpty && !after.words.contains("Not used"))
    }
    let emptied = try Self.screen(first.link, .remove, "0", sentence: typed)
    #expect(!emptied.words.contains("Not used"))
    let later = try Self.screen("\(Self.day)/model,purpose=diagnostic", .say, "iTero, brass bells")
    #expect(later.words.contains("Not used: brass bells"))
  }

  /// The answers in a sentence are kept when its ambiguous words are explained.
  @Test func anAmbiguousSentenceKeepsItsAnswers() throws {
    let typed = "a scan, printed in our office"
    let asked = try Self.screen("", .say, typed)
    #expect(asked.words.contains("can mean several things"))
    let chosen = try Self.screen(asked.link, .say, "1", sentence: asked.sentence)
    #expect(chosen.link.contains("printed=office"), "\(chosen.link)")
  }

  static let pano = "panoramic,claim=dental,role=capture-and-read,source=exposed"

  @Test(arguments: [
    ("\(scan)/\(pano)", 0, "What is the model"), ("\(scan)/\(pano)", 1, "How was the panoramic image"),
    ("\(scan)/\(pano)", 2, "How was the panoramic image"), (scan, 1, "What is the model"),
    ("\(scan)/panoramic/cbct", 2, "Which claim will it go on?"),
  ])
  func everyServiceHasATree(_ link: String, _ service: Int, _ question: String) throws {
    #expect(try Self.screen(link, .open, tree: service).tree.contains("1. \(question)"))
  }

  /// A lesson on the page is the one at the terminal: it tells the claim, and goes on whatever the class says.
  @Test(arguments: [
    ("1", "Right: To study the case or plan treatment.", "How was the model captured?"),
    ("2", "Here the paths diverge: “To make something", "How was the model captured?"),
    ("?", "To study", "What is the model, scan or print for?"),
    ("xyzzy", "I did not understand “xyzzy”.", "What is the model, scan or print for?"),
  ])
  func aLessonJudges(_ typed: String, _ says: String, _ asks: String) throws {
    let start = try Self.screen("", .lesson, "ortho-records-digital")
    #expect(start.link == "case=ortho-records-digital,3" && start.words.contains("The visit: dental claim"))
    #expect(!start.words.contains("Not sure"))
    let screen = try Self.screen(start.link, .say, typed)
    #expect(screen.words.contains(says), "\(screen.words)")
    #expect(screen.words.contains(asks) && screen.link.hasPrefix("case="), "\(screen.words)")
    #expect(
      try Self.screen(screen.link, .say, "back").words.contains("What is the model, scan or print for?"))
  }

  /// Every way of billing is asked for without its facts, and its result is that of the case.
  @Test(arguments: RuleBook.standard.cases.map(\.id)) func everyLessonLeadsToItsResults(_ id: String) throws {
    let worked = try #require(RuleBook.standard.workedCase(id))
    var screen = try Self.screen("", .lesson, id)
    var results: [String] = []
    for _ in 0..<200 {
      if screen.words.contains("What do you report?") { results.append(screen.title) }
      if !screen.words.contains("Show the answer"), !screen.words.contains("Go on") { break }
      screen = try Self.screen(screen.link, .reveal)
    }
    #expect(results.count == worked.variants.count)
    for (variant, title) in zip(worked.variants, results) {
      for code in variant.report { #expect(title.contains(code.replacing("|", with: " or ")), "\(title)") }
    }
    #expect(worked.table.isEmpty || screen.words.contains("What the source of this case lists"))
    #expect(try Self.screen("case=\(id),9999", .open).title == screen.title)
  }

  @Test func aChangeLeavesTheLesson() throws {
    let link = "case=ortho-records-digital,4"
    let left = try Self.screen(link, .change, "0 purpose")
    #expect(
      left.words.contains("You left the lesson.") && left.link.hasPrefix("on=2026-03-02,claim=dental/model"))
    #expect(try Self.screen("case=ortho-records-digital,999", .whyNot, "D0470").link.hasPrefix("case="))
  }

  @Test func aQuizCountsWhatIsRight() throws {
    var link = try Self.screen("", .quiz).link
    #expect(link == "quiz=7,")
    for words in ["D9999 <b>", "", "?"] {
      let screen = try Self.screen(link, .say, words)
      #expect(screen.link == link && screen.words.contains("What do you report?"))
    }
    link = try Self.screen(link, .say, "D1234").link
    #expect(link == "quiz=7,,D1234")
    let result = try Self.screen(link, .open)
    #expect(
      result.words.contains("Not quite.") && result.words.contains("Not D1234: these rules do not know it."))
    link = try Self.screen(link, .next).link
    #expect(try Self.screen(link, .open).words.contains("Question 2 of 10"))
    #expect(try Self.screen(link, .restart).words.contains("What was done?"))
  }

  @Test(arguments: [
    ("quiz=7,0111111111", "Again: question 1"), ("quiz=7,01111111110", "Again: question 1"),
    ("quiz=7,01111111111", "9 of 10 right at the first try"), ("quiz=7,1111111111", "10 of 10 right"),
  ])
  func missedQuizQuestionsRepeat(_ link: String, _ shown: String) throws {
    #expect(try Self.screen(link, .open).words.contains(shown))
  }

  static let splint = "/splint,claim=medical,splint-count=one,splint-maker=surgeon"

  /// Actions at links, with a part of the response.
  static let responses: [(link: String, action: PageAction, value: String, holds: String)] = [
    ("", .read, "xyzzy", "[\"div\",{}]"), ("\(day)/model,purpose=device", .open, "", "ol.choices.many.long"),
    ("", .read, "a pano on 3/1/2026, quirk", "Date of service 2026-03-01"),
    ("", .read, "x-ray pano, medical claim, a scan", "“scan” can mean several things; I will ask"),
    ("", .reading, "pano", "\"topic\":\"panoramic\""), (scan, .advice, "", "\"D0801\""),
    ("\(day)/model", .advice, "", "\"purpose\""),
    ("\(day)/model", .open, "", "\"tree\":{\"heading\":[\"strong\",{},\"Models"),
    (scan, .open, "", "<svg"), ("", .open, "", "\"tree\":null"),
    ("\(day)\(splint)", .open, "", "When is the surgery?"),
    ("\(day)\(splint)", .say, "2026-03-09", "surgery=2026-03-09"),
    ("\(day)\(splint)", .say, "soon", "is not a date"),
    ("\(day),surgery=2026-03-05\(splint)", .open, "", "2026-03-05"),
    ("\(day),surgery=unknown\(splint)", .open, "", "not known"),
    ("\(day),surgery=unknown\(splint)", .surgery, "", "When is the surgery?"),
    ("on=2031-03-02/model", .open, "", "2031"),
  ]

  @Test(arguments: responses)
  func responseContains(_ link: String, _ action: PageAction, _ value: String, _ text: String) throws {
    let response = FullPageTests.response(Self.session, link, action, value)
    #expect(response.contains(text), "\(response.prefix(3000))")
  }

  static let requests = [
    "", "null", "[]", "{}", "{\"link\":1}", "{\"do\":\"say\"}", "{\"do\":\"harm\",\"link\":\"case=/quiz=\"}",
    "{\"link\":\"quiz=99999999999999999999,1,1\"}", "{\"link\":\"quiz=1,99,0\"}",
    "{\"link\":\"quiz=1,,\",\"do\":\"next\"}",
    "{\"link\":\"case=nosuch/x\"}",
    "{\"do\":\"next\"}", "{\"do\":\"reveal\"}", "{\"link\":\"\\ud800\"}",
  ]

  @Test(arguments: requests) func anyRequestGetsAResponse(_ request: String) throws {
    let response = Self.session.respond(to: request.utf8)
    _ = try JSONSerialization.jsonObject(with: Data(response), options: .fragmentsAllowed)
  }
}
