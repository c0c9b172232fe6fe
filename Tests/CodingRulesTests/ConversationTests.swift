import Testing

@testable import CodingRules

/// The effects of typed lines on a conversation.
struct ConversationTests {
  static let book = RuleBook.standard
  static let reader = book.sentenceReader
  static let style = TextStyle(width: 80, isColored: false)

  static func conversation(_ topics: String..., on day: String = "2026-03-02") throws -> Conversation {
    let day = try #require(CalendarDay(day))
    let services = try topics.map { Service(topic: try #require(book.topic($0)), answers: [:]) }
    return Conversation(book, visit: Visit(day: day, services: services), reader: reader)
  }

  /// Lines typed in the main topic, and the resulting answers.
  static let cases: [(typed: [String], answers: Answers)] = [
    (["1", "1"], ["purpose": "diagnostic", "capture": "stone-cast"]),
    ([" Study Model ", "ALGINATE"], ["purpose": "diagnostic", "capture": "stone-cast"]),
    (
      ["diag", "itero", "no", "viewed"],
      ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no", "simulated": "viewed"]
    ),
    (["2", "night guard"], ["purpose": "device", "device": "occlusal-guard"]),
    (["night guard"], ["purpose": "device", "device": "occlusal-guard"]),
    (["1", "back", "2", "invisalign"], ["purpose": "device", "device": "aligners"]),
    (["1", "2", "restart"], [:]),
    (["1", "iTero", "n"], ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no"]),
    (["1", "iTero", "nope"], ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no"]),
    (["1", "iTero", "b", "b"], [:]),
    (["0", "-1", "99", "99999999999999999999", "maybe", "", "   ", "\u{1B}]0;x\u{07}", "🦷"], [:]),
    (["a", "h", "y", "i", "d"], [:]),
    (["cbct", "pano", "D0470", "software"], [:]),
    (["1\r"], ["purpose": "diagnostic"]),
    (["\u{1B}[A1"], [:]),
    (["?", "why", "review", "back", "not sure"], [:]),
  ]

  @Test(arguments: cases.indices) func typedLinesGiveTheseAnswers(_ index: Int) throws {
    var conversation = try Self.conversation("model")
    for line in Self.cases[index].typed { _ = conversation.take(line) }
    #expect(conversation.visit.services.map(\.answers) == [Self.cases[index].answers])
  }

  @Test func aChosenMeaningKeepsWhatTheSentenceSays() throws {
    var conversation = try Self.conversation()
    for line in ["printed it here on sprintray", "1"] { _ = conversation.take(line) }
    #expect(conversation.visit.services.map(\.answers) == [["printed": "office"]])
  }

  @Test func topicIsNeverSwitchedSilently() throws {
    for topic in Self.book.topics {
      for word in topic.names + ["y", "n", "scan", "models", "D0470", "splint", "not sure", "imaging center"]
      {
        var conversation = try Self.conversation("model")
        _ = conversation.take(word)
        #expect(conversation.visit.services.map(\.topic.id) == ["model"], "\(word)")
      }
    }
  }

  @Test func backUndoesEverything() throws {
    var conversation = try Self.conversation()
    var before = ["\(conversation.stage)"]
    for line in ["7, 2", "1", "1", "not sure"] {
      _ = conversation.take(line)
      before.append("\(conversation.stage)")
    }
    for stage in before.dropLast().reversed() {
      #expect(caseName(conversation.take("back")) == "wentBack")
      #expect("\(conversation.stage)" == stage)
    }
    #expect(caseName(conversation.take("back")) == "atBeginning")
  }

  @Test func factsOfTheVisitAreAskedOnce() throws {
    var conversation = try Self.conversation("panoramic", "cephalometric")
    var asked: [String] = []
    while case .question(_, let question) = conversation.stage {
      asked.append(question.field)
      guard case .took = conversation.take("1") else { break }
    }
    #expect(asked.filter { $0 == "claim" }.count == 1)
    #expect(conversation.isAnswered)
  }

  @Test func notSureLeavesTheQuestionOpenAndShowsWhatDependsOnIt() throws {
    var conversation = try Self.conversation("model")
    guard case .notSure(let outlook) = conversation.take("not sure") else {
      Issue.record("not understood")
      return
    }
    #expect(outlook.outcomes.count == outlook.question.answers.count)
    #expect(conversation.isAnswered)
    #expect(conversation.unsure.map(\.question.field) == ["purpose"])
  }

  @Test func whyNamesTheCodesThatEachAnswerLeadsTo() throws {
    var conversation = try Self.conversation("model")
    for line in ["diagnostic", "intraoral-scan"] { _ = conversation.take(line) }
    guard case .why(let outlook) = conversation.take("why") else {
      Issue.record("not understood")
      return
    }
    #expect(outlook.outcomes.map(\.answer.id) == ["no", "office", "lab"])
    #expect(outlook.outcomes.map(\.codes) == [["D0393"], ["D0396", "D0393"], ["D0393"]])
  }

  @Test func repliesShowNoControlCharacters() throws {
    for line in ["\u{1B}]0;x\u{07}owned", "\u{202E}abc", "a\u{9B}31mb"] {
      var conversation = try Self.conversation("model")
      let shown = conversation.text(of: conversation.take(line), Self.style).unicodeScalars
      #expect(!shown.contains { $0 != "\n" && ($0.isControl || $0.isBidirectionalControl) })
    }
  }

  @Test(arguments: [40, 80, 140]) func everyScreenFitsTheWidth(_ width: Int) throws {
    let style = TextStyle(width: width, isColored: false)
    for topic in Self.book.topics {
      var conversation = try Self.conversation(topic.id)
      while case .question(_, let question) = conversation.stage {
        for text in [conversation.question(style), conversation.text(of: conversation.take("?"), style)] {
          #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= width }, "\(text)")
        }
        guard case .took = conversation.take("\(question.answers.count)") else { break }
      }
    }
  }
}

extension ConversationTests {
  /// A conversation after some lines, and the text of the last reply.
  static func conversation(saying lines: [String]) throws -> (Conversation, text: String) {
    var (conversation, text) = (try conversation(), "")
    for line in lines {
      let reply = conversation.take(line)
      text = conversation.text(of: reply, style)
    }
    return (conversation, text)
  }
}

extension Conversation {
  /// The text that a terminal shows after a reply, without a plan.
  func shown(_ reply: Reply) -> String {
    var dialogue = ConversationDialogue(self, .none, ConversationTests.style, talks: true)
    return dialogue.text(of: reply)
  }
}
