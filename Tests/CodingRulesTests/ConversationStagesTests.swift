import Testing

@testable import CodingRules

/// The output after typed lines, in a book with every key of every file.
struct ConversationStagesTests {
  static let style = TextStyle(width: 80, isColored: false)

  /// Typed lines, and a part of the output after the last one.
  static let cases: [(typed: [String], shows: String)] = [
    (["2", "medical", "we", "one"], "surgery"), (["2", "medical", "we", "one", "3/9/2026"], "Soon."),
    (["2", "medical", "we", "two", ""], "Many."),
    (["2", "medical", "we", "one", "not sure"], "Report 21085"),
    (["2", "medical", "we", "one", "no day"], "“no day”"),
    (["2", "medical", "we", "one", "", "done"], "Report 21085"),
    (["2", "medical", "we", "one", "", ""], "Report 21085"),
    (["1", "studi"], "Did you mean “study”?"), (["1", "an"], "Which one?"),
    (["1", "lab splint"], "belongs to “Splints”"),
    (["1", "splints"], "belongs to “Splints”"), (["stent", "2"], "What for?"),
    (["stent", "1"], "Which claim?"),
    (["stent", "3"], "this is part of the guard"),
    (["1", "exam", "another stent", "2"], "-> Poured (casts)"),
    (["1, 2", "exam", "not sure"], "Casts: D0140-D0160"), (["1, 2", "exam", "idk"], "Casts: D0140-D0160"),
    (["1, 2", "guard", "not sure"], "Casts: no extra code"),
    (["1, 1", "study", "poured", "study", "scanned"], "Report D0470"),
  ]

  static func conversation(_ typed: [String]) throws -> (Conversation, Reply?) {
    let day = try #require(CalendarDay("2026-03-02"))
    var conversation = Conversation(try ModifiedBook.full(), visit: Visit(day: day, services: []))
    var reply: Reply?
    for line in typed { reply = conversation.take(line) }
    return (conversation, reply)
  }

  @Test(arguments: cases) func typedLinesShow(_ typed: [String], _ shows: String) throws {
    let (conversation, reply) = try Self.conversation(typed)
    let text =
      (reply.map { conversation.text(of: $0, Self.style) } ?? "") + conversation.question(Self.style)
      + (conversation.isAnswered ? conversation.shown(.show(.screen)) : "")
    #expect(text.contains(shows), "\(text)")
  }

  /// Two services of one topic are distinguished by an answer that only one of them has.
  @Test func servicesOfOneTopicHaveNames() throws {
    let (conversation, _) = try Self.conversation(["1, 1", "study", "poured", "study", "scanned"])
    #expect([0, 1].map(conversation.title) == ["Casts (Poured)", "Casts (Scanned)"])
  }

  /// Before the answer, requests for the advice show the open questions; some replies are silent.
  @Test func talkBeforeTheAnswer() throws {
    let (open, _) = try Self.conversation(["2", "medical", "not sure"])
    #expect(open.shown(.show(.everything)).contains("Not decided yet"))
    let (answered, _) = try Self.conversation(["1", "exam"])
    #expect(answered.shown(.note).contains("D0140"))
    #expect(answered.shown(.quit).isEmpty)
    let narrow = TextStyle(width: 30, isColored: false)
    let (question, _) = try Self.conversation(["1"])
    #expect(question.prompt(isFirst: true, narrow).count < question.prompt(isFirst: true, Self.style).count)
  }

  /// Programmatic changes with unknown answers, or of fields that were not asked for.
  @Test func invalidChangesAreHarmless() throws {
    var (conversation, _) = try Self.conversation(["1", "study"])
    conversation.set([:], service: 0)
    conversation.reopen("made", service: 0)
    #expect(conversation.visit.services.map(\.answers) == [["purpose": "study"]])
    conversation.set(["made": "poured"], service: 0)
    #expect(conversation.visit.services.map(\.answers) == [["purpose": "study", "made": "poured"]])
  }

  /// The names of answers find the codes they report.
  @Test(arguments: [("plaster", ["D0470"]), ("both", ["D0470", "D0801"]), ("nothing so", [])])
  func namesOfAnswersFindTheirCodes(_ words: String, _ codes: [String]) throws {
    let subjects = try ModifiedBook.full().subjects(named: words)
    #expect(subjects.map { if case .code(let card) = $0 { card.code.id } else { "" } } == codes)
  }

  @Test func readingsAreShownAndLimited() throws {
    let book = try ModifiedBook.full()
    let reader = book.sentenceReader
    let topic = try #require(book.topic("splint"))
    let reading = reader.read("poured a cast by a lab, merged nothing, scan, lab splint", of: topic)
    #expect(reading.services.allSatisfy { $0.topic == "splint" } && reading.ambiguities.isEmpty)
    let none = reader.read("poured a cast", of: topic)
    #expect(none.services.map(\.topic) == ["splint"] && none.text(Self.style, by: book).contains("Splints"))
    let fact = UnderstandingTests.reader.read("x-ray pano, medical claim").text(Self.style, by: .standard)
    #expect(fact.contains("- claim medical (“medical claim”)"), "\(fact)")
  }
}
