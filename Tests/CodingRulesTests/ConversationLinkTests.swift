import StrictJSON
import Testing

@testable import CodingRules

/// Round trips of conversations through links.
struct ConversationLinkTests {
  static let book = RuleBook.standard
  static let reader = book.sentenceReader
  static let style = TextStyle(width: 80, isColored: false)

  static func restored(_ link: String) throws -> (conversation: Conversation, leftOut: [String]) {
    Conversation.restored(link, book, reader: reader, today: try #require(CalendarDay("2026-03-02")))
  }

  /// After any sentence, the link restores the same advice, question and link.
  @Test func everySentenceIsRestored() throws {
    for sentence in Self.book.sentences {
      var conversation = try Self.restored("").conversation
      _ = conversation.take(sentence.text)
      let copy = try Self.restored(conversation.link)
      #expect(copy.leftOut.isEmpty)
      #expect(copy.conversation.link == conversation.link)
      #expect(copy.conversation.question(Self.style) == conversation.question(Self.style))
      #expect(copy.conversation.visit.document.bytes(.compact) == conversation.visit.document.bytes(.compact))
    }
  }

  static let links = [
    "on=2026-03-02",
    "on=2022-12-31/model,capture=stone-cast,purpose=diagnostic",
    "on=2026-03-02/model,purpose=device,?",
    "on=2026-03-02/model,~our%20aligners%2C%20%22Sm%C3%ADl%22,purpose=device/model,~models,purpose=diagnostic",
    "on=2026-03-02,claim=medical/panoramic,source=exposed/cephalometric",
    "on=2026-03-02,surgery=2026-03-09/evaluation",
    "on=2026-03-02,surgery=unknown/evaluation",
    "on=2026-03-02/?scan,model,cbct",
  ]

  @Test(arguments: links) func linkIsRestored(_ link: String) throws {
    let (conversation, leftOut) = try Self.restored(link)
    #expect(conversation.link == link)
    #expect(leftOut.isEmpty)
  }

  static let broken: [(link: String, leftOut: [String], kept: String)] = [
    ("on=2026-99-99/model", ["on=2026-99-99"], "on=2026-03-02/model"),
    ("on=2026-03-02/model,purpose=x,foo=bar", ["purpose=x", "foo=bar"], "on=2026-03-02/model"),
    ("on=2026-03-02/nosuch,a=b/model", ["nosuch, a=b"], "on=2026-03-02/model"),
    ("on=2026-03-02,claim=none,x=y", ["claim=none", "x=y"], "on=2026-03-02"),
    ("on=2026-03-02/?scan,nosuch", ["?scan"], "on=2026-03-02"),
    ("set-up", ["set-up"], "on=2026-03-02"),
    ("%/%zz/<b>", ["%", "%zz", "<b>"], "on=2026-03-02"),
    ("////,,,", [], "on=2026-03-02"),
  ]

  @Test(arguments: broken) func unknownPartsAreOmitted(_ link: String, _ leftOut: [String], _ kept: String)
    throws
  {
    let restored = try Self.restored(link)
    #expect(restored.leftOut == leftOut)
    #expect(restored.conversation.link == kept)
  }

  @Test func notSureIsRestored() throws {
    var conversation = try Self.restored("on=2026-03-02/model,purpose=diagnostic").conversation
    _ = conversation.take("not sure")
    let copy = try Self.restored(conversation.link).conversation
    #expect(copy.isAnswered)
    #expect(copy.shown(.show(.screen)) == conversation.shown(.show(.screen)))
  }
}
