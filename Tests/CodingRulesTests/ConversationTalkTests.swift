import Testing

@testable import CodingRules

/// Lines typed after the answer, or after "not sure".
struct ConversationTalkTests {
  @Test func dialogueAfterTheAnswer() throws {
    var conversation = try ConversationTests.conversation("model")
    for line in ["diagnostic", "stone-cast"] { _ = conversation.take(line) }
    for (line, reply) in [
      ("", "finished"), ("details", "show"), ("chart", "show"), ("why not d0801", "whyNot"),
      ("note", "note"), ("save my file.txt", "save"), ("change 9", "review"),
    ] {
      var copy = conversation
      #expect(caseName(copy.take(line)) == reply)
    }
    _ = conversation.take("change 2")
    guard case .question(_, let question) = conversation.stage else {
      Issue.record("nothing is asked again")
      return
    }
    #expect(question.field == "capture")
  }

  /// Commands for after the answer change nothing before it, even if an answer has the same name.
  @Test(arguments: ["note", "details", "chart", "why not D0470", "save x.txt", "done"])
  func talkCommandsBeforeTheAnswerAreRefused(_ line: String) throws {
    for topics in [[], ["model"]] {
      var conversation = try ConversationTests.conversation()
      if !topics.isEmpty { conversation = try ConversationTests.conversation("model") }
      #expect(caseName(conversation.take(line)) == "tooEarly")
      #expect(
        conversation.text(of: .tooEarly(line), ConversationTests.style).contains("once there is an answer"))
    }
  }

  @Test func newStartsAnotherVisitAtAnyQuestion() throws {
    var conversation = try ConversationTests.conversation("model")
    for line in ["2", "new"] { _ = conversation.take(line) }
    #expect(caseName(conversation.stage) == "opening")
    _ = conversation.take("back")
    #expect(conversation.visit.services.map(\.answers) == [["purpose": "device"]])
  }

  /// A question left as "not sure" can be answered where its answers are listed.
  @Test(arguments: ["2", "to make something", "device"]) func notSureCanBeAnsweredLater(_ line: String)
    throws
  {
    var conversation = try ConversationTests.conversation("model")
    _ = conversation.take("not sure")
    #expect(caseName(conversation.take(line)) == "took")
    #expect(conversation.visit.services.map(\.answers) == [["purpose": "device"]])
    #expect(conversation.unsure.map(\.question.field) == ["device"])
  }

  @Test func numberAfterTheAnswerAddsNoService() throws {
    var conversation = try ConversationTests.conversation("model")
    for line in ["diagnostic", "stone-cast", "2"] { _ = conversation.take(line) }
    #expect(conversation.visit.services.count == 1)
    #expect(caseName(conversation.take("another")) == "topics")
    #expect(caseName(conversation.take("another 2")) == "added")
    #expect(conversation.visit.services.map(\.topic.id) == ["model", "panoramic"])
  }

  /// A date changes the date of service at any question and after the answer, and `back` undoes it.
  @Test(arguments: ["3/1/2022", "3/1/22", "2022-03-01", "date 3/1/2022", "On 3/1/22"])
  func typedDateChangesTheDateOfService(_ line: String) throws {
    for earlier in [[], ["7"], ["1", "1", "1"]] {
      var conversation = try ConversationTests.conversation()
      for line in earlier { _ = conversation.take(line) }
      let before = conversation.visit.services.map(\.answers)
      #expect(caseName(conversation.take(line)) == "dated", "after \(earlier)")
      #expect(conversation.visit.day == CalendarDay("2022-03-01"))
      #expect(conversation.visit.services.map(\.answers) == before)
      _ = conversation.take("back")
      #expect(conversation.visit.day == CalendarDay("2026-03-02"))
    }
  }

  @Test func longListsAreFilteredByWordsAndNumbers() throws {
    var conversation = try ConversationTests.conversation("model")
    #expect(conversation.matches("stu") == [])
    _ = conversation.take("device")
    #expect(conversation.matches("nig") == ["Night guard"])
    #expect(conversation.matches("2") == ["Night guard"])
    #expect(
      conversation.matches("") == [] && conversation.matches("33") == [] && conversation.matches("zz") == [])
    for label in conversation.matches("den") {
      var copy = conversation
      guard case .took(let steps, _, _) = copy.take(label) else {
        Issue.record("\(label)")
        return
      }
      #expect(steps.map(\.answer.label) == [label])
    }
  }

  @Test func sourcesOfTheAnswerAreListed() throws {
    var conversation = try ConversationTests.conversation("model")
    for line in ["diagnostic", "stone-cast"] { _ = conversation.take(line) }
    let text = conversation.shown(.show(.section(.sources)))
    #expect(text.contains("SOURCES") && !text.contains("Nothing was cited"))
  }

  /// The effects of other answers are listed by service.
  @Test func changesNameTheirService() throws {
    var conversation = try ConversationTests.conversation("model", "photographs")
    for line in ["diagnostic", "stone-cast", "1", "1"] { _ = conversation.take(line) }
    let text = conversation.shown(.show(.section(.changes)))
    #expect(text.contains("\n1. Models") && text.contains("\n2. Photographs"), "\(text)")
    let whyNot = conversation.shown(.whyNot("D0703"))
    #expect(whyNot.hasPrefix("\n1. Models") && whyNot.contains("\n2. Photographs"), "\(whyNot)")
  }
}
