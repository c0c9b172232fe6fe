import Testing

@testable import CodingRules

/// What people type to correct a visit.
struct ConversationEditTests {
  /// Lines, the topics of the visit after them, and a part of the last reply.
  static let cases: [(lines: [String], topics: [String], says: String)] = [
    (["pano and photos of the smile", "remove 2"], ["panoramic"], "Removed: Photographs"),
    (["pano and photos of the smile", "drop photos"], ["panoramic"], "Removed: Photographs"),
    (["pano and photos of the smile", "delete 3"], ["panoramic", "photographs"], "“remove”"),
    (["two panos and photos of the smile", "remove ceph"], ["panoramic", "photographs"], "“remove”"),
    (["pano and photos of the smile", "remove 1", "back"], ["panoramic", "photographs"], "Undone."),
    (["pano and photos of the smile", "remove"], ["panoramic", "photographs"], "“remove”"),
    (["alginates poured up for ortho records", "change"], ["model"], "How was the model captured?"),
    (["alginates poured up for ortho records", "change 2 to itero"], ["model"], "-> Scanner in the mouth"),
    (["alginates poured up for ortho records", "change 2 itero"], ["model"], "-> Scanner in the mouth"),
    (["alginates poured up for ortho records", "change 2 to xyzzy"], ["model"], "Changing: How was"),
    (
      ["alginates poured up for ortho records", "change 9 to itero"], ["model"], "How was the model captured?"
    ),
    (["pano and a crown, dental claim", "y"], ["panoramic", "model"], "did not understand"),
    (["pano, dental claim", "sorry wrong one"], ["panoramic"], "“review”"),
    (["crown scan and night guard scan", "no it was bleach trays"], ["model", "model"], "“change"),
    (["pano and ceph taken by us", "sorry, medical claim, not dental"], ["panoramic", "cephalometric"], ""),
    (["crown scan", "actually also took a pano"], ["model", "panoramic"], "Panoramic"),
    (["took a pano", "sorry, cbct not pano"], ["cbct"], ", not “Panoramic X-rays”"),
    (["took a pano", "no, it was a ceph, not a pano", "back"], ["panoramic"], "Undone."),
    (["pano and ceph", "sorry, cbct not photos"], ["panoramic", "cephalometric"], "belongs to"),
    (["two panos and a ceph", "sorry, ceph not ceph"], ["panoramic", "cephalometric"], ""),
  ]

  @Test(arguments: cases.indices) func aVisitIsCorrected(_ index: Int) throws {
    let (lines, topics, says) = Self.cases[index]
    let (conversation, text) = try ConversationTests.conversation(saying: lines)
    #expect(conversation.visit.services.map(\.topic.id) == topics, "\(text)")
    #expect(text.contains(says), "\(text)")
  }

  /// Lines typed into an interview about a model for a crown or for study, and the answers after them.
  static let corrections: [(lines: [String], answers: Answers, says: String)] = [
    (["crown scan", "no it was a nightguard"], guardWork, "-> Night"),
    (["crown scan", "no, it was a nightguard"], guardWork, ", not “Crown"),
    (["crown scan", "sorry, nightguard"], guardWork, ", not “Crown"),
    (["crown scan", "No sorry, night guard", "back"], crownWork, "Undone."),
    (
      ["models for ortho records", "itero", "actually it was stone"],
      ["purpose": "diagnostic", "capture": "stone-cast"],
      ", not “"
    ),
    (
      ["models for ortho records", "itero", "wait that was stone"],
      ["purpose": "diagnostic", "capture": "stone-cast"],
      ", not “"
    ),
    (["models for ortho records", "actually it was for a crown"], crownWork, "-> "),
    (
      ["models for ortho records", "itero", "no models"],
      ["purpose": "diagnostic", "capture": "intraoral-scan"], ""
    ),
    (
      ["models for ortho records", "itero", "no stone"],
      ["purpose": "diagnostic", "capture": "intraoral-scan"], ""
    ),
    (
      ["models for ortho records", "itero", "no"],
      ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no"], ""
    ),
    (
      ["models for ortho records", "itero", "no", "no we printed the models in the office"],
      ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "office"], ", not “"
    ),
    (["crown scan", "sorry"], crownWork, ""),
    (["crown scan", String(repeating: "sorry, no, ", count: 50_000)], crownWork, ""),
  ]
  private static let guardWork: Answers = ["purpose": "device", "device": "occlusal-guard"]
  private static let crownWork: Answers = ["purpose": "device", "device": "crown"]

  /// "It was a …" about the service in question, or the only one, puts another in its place.
  @Test(arguments: [
    (["pano", "no it was a ceph"], ["cephalometric"]),
    (["alginates for study", "actually it was a cbct"], ["cbct"]),
    (["night guard scan", "no, it was a pano"], ["panoramic"]),
    (["pano", "1", "no, it was a ceph"], ["cephalometric"]),
    (["pano and photos", "no, it was a ceph"], ["cephalometric", "photographs"]),
    (["pano", "no, it was a ceph", "back"], ["panoramic"]), (["pano", "no, it was a splint"], ["panoramic"]),
  ]) func aServiceIsCorrected(_ lines: [String], _ topics: [String]) throws {
    var conversation = try ConversationTests.conversation()
    for line in lines { _ = conversation.take(line) }
    #expect(conversation.visit.services.map(\.topic.id) == topics)
  }

  /// A code that is asked about is explained, and no service is added.
  @Test(arguments: ["D0801", "d0801?", "what is d0801", "what's D0801?"], [["night guard scan"], []])
  func codesAreExplained(_ line: String, after lines: [String]) throws {
    var conversation = try ConversationTests.conversation()
    for line in lines { _ = conversation.take(line) }
    guard case .code(let card) = conversation.take(line) else {
      Issue.record("\(line)")
      return
    }
    #expect(card.code.id == "D0801" && conversation.visit.services.count == lines.count)
  }

  @Test(arguments: corrections.indices) func anAnswerIsCorrected(_ index: Int) throws {
    let (lines, answers, says) = Self.corrections[index]
    let (conversation, text) = try ConversationTests.conversation(saying: lines)
    #expect(conversation.visit.services.map(\.answers) == [answers], "\(text)")
    #expect(text.contains(says) || says.isEmpty, "\(text)")
  }

  /// `y` means the answers that begin with "Yes".
  @Test func oneLetterCanMeanSeveralAnswers() throws {
    let question = try #require(
      RuleBook.standard.topics.flatMap(\.questions).first { question in
        question.answers.filter { $0.label.hasPrefix("Yes") }.count > 1
          && question.answer(named: "yes") == nil
      })
    let count = question.answers.filter { $0.label.hasPrefix("Yes") }.count
    guard case .several(let answers) = question.choice("y") else {
      Issue.record("y is not several answers")
      return
    }
    #expect(answers.count == count)
  }

  /// A date of surgery given at the start is not asked for.
  @Test func aKnownSurgeryIsNotAsked() throws {
    let book = RuleBook.standard
    let (day, surgery) = (try #require(CalendarDay("2026-03-02")), try #require(CalendarDay("2026-03-05")))
    for known in [nil, surgery] {
      var conversation = Conversation(
        book, visit: Visit(day: day, surgery: known, services: []), reader: ConversationTests.reader)
      _ = conversation.take("surgical splint, medical claim, surgeon made it, one splint, billed in full")
      while case .question(_, let question) = conversation.stage {
        _ = conversation.take(question.answers[0].id)
      }
      if case .surgery = conversation.stage { #expect(known == nil) } else { #expect(known != nil) }
    }
  }

  /// What an answer would lead to depends on the date of service.
  @Test(arguments: [("2026-03-02", false), ("2011-02-08", true)])
  func outlooksKnowTheDate(_ day: String, _ isOffered: Bool) throws {
    var conversation = try ConversationTests.conversation("panoramic", on: day)
    let reply = conversation.take("why")
    #expect(conversation.text(of: reply, ConversationTests.style).contains("D0362") == isOffered)
  }

  /// An answer to a question of the whole visit is not called unused because one service does not ask it.
  @Test func factsAreSetForTheVisit() throws {
    var conversation = try ConversationTests.conversation()
    _ = conversation.take("alginates poured up for ortho records and a pano")
    try conversation.set(["claim": "dental"])
    #expect(conversation.visit.facts == ["claim": "dental"])
    #expect(conversation.visit.services.allSatisfy { $0.answers["claim"] == nil })
  }
}
