import Foundation
import StrictJSON
import Testing

@testable import CodingRules

/// The page of a book that has every key of every file.
struct FullPageTests {
  static let day = "on=2026-03-02"
  static let ways = "\(day),surgery=2026-03-05/splint,amount=two,claim=medical,maker=office"

  /// Actions at links, with a part of the response.
  static let responses: [(link: String, action: PageAction, value: String, holds: String)] = [
    (
      "\(day)/cast,purpose=guard/cast,purpose=other", .open, "",
      "Bill the guard with its own code (D9944-D9946), the crown"
    ),
    ("\(day)/cast,purpose=old", .open, "", "Pictures have no code."),
    ("\(day),surgery=unknown/splint,claim=medical,maker=lab", .open, "", "99070 or 21085-52"),
    (ways, .open, "", " – with 2 warnings"),
    ("\(day)/cast,made=both,purpose=study", .open, "", "Wrong: D0470, D0801: Both."),
    ("on=2027-03-02/cast,made=poured,purpose=study", .open, "", "A new code for casts."),
    ("\(day)/splint,claim=dental", .open, "", "Report D5988"),
    (
      "on=2027-03-02/cast,made=poured,purpose=study/cast,made=poured,purpose=study", .open, "",
      "A new code for casts."
    ),
    ("", .lesson, "scan", "\"link\":\"case=scan,3\""),
    ("case=scan,0", .say, "guard", "leads to no code."),
    ("case=scan/on=2026-03-02/cast/splint", .say, "what", "I did not understand"),
    ("case=scan,99", .open, "", "The claim: The table shows the dental claim."),
    ("", .read, "stone cast by a lab", "Understood so far"), ("", .read, "poured a cast", "· Poured"),
    ("", .read, "lab splint", "Understood so far"),
    ("quiz=3", .open, "", "Question 1 of"), ("quiz=3,", .read, "D0470", "[\"div\",{}]"),
    ("quiz=3,", .next, "", "quiz=3,0"),
    ("quiz=3,1111111111111111", .next, "", "right at the first try"), ("quiz=3,", .say, "1", "quiz=3,,"),
    ("quiz=3,", .say, "9", "What do you report?"), ("quiz=3,", .say, "none", "quiz=3,,none"),
  ]

  static func response(_ page: PageSession, _ link: String, _ action: PageAction, _ value: String) -> String {
    let request: JSON = [
      "link": .string(link), "today": "2026-03-02", "do": .string(action.rawValue), "value": .string(value),
      "tree": true,
    ]
    return String(decoding: page.respond(to: request.bytes(.compact)), as: UTF8.self)
  }

  @Test(arguments: responses)
  func responseContains(_ link: String, _ action: PageAction, _ value: String, _ text: String) throws {
    let response = Self.response(PageSession(try ModifiedBook.full()), link, action, value)
    #expect(response.contains(text), "\(response.prefix(3000))")
  }

  /// The comparison with a case's source appears if there is a code table or a difference.
  @Test func comparisonWithTheSourceOfACase() throws {
    let link = "case=scan,99"
    let table = "\"table\": [\"D0801\", \"D5988\"], "
    let differs = try ModifiedBook.full(("cases.json", table, ""))
    #expect(Self.response(PageSession(differs), link, .open, "").contains("The claim: The table"))
    let files = try ModifiedBook.files("full")
    let text = String(decoding: files["cases.json"] ?? [], as: UTF8.self)
    let rest = String(text[(text.range(of: ",\n    \"table\"")?.lowerBound ?? text.endIndex)...])
    let nothing = try ModifiedBook.full(("cases.json", rest, " } ]"))
    #expect(!Self.response(PageSession(nothing), link, .open, "").contains("What the source"))
  }

  /// A correct answer is praised.
  @Test func theKeyIsRight() throws {
    let book = try ModifiedBook.full()
    let question = try #require(Quiz(book, seed: 3, count: 10).questions.first)
    let link = "quiz=3,," + question.key.replacing(" ", with: "+")
    #expect(Self.response(PageSession(book), link, .open, "").contains("Right. "))
  }
}
