import Testing

@testable import CodingRules

/// The contents of drawings: shared questions, groups, results, depth and the highlighted path.
struct DrawingTests {
  typealias Make = DrawingTopics

  static let book = RuleBook.standard
  static let topics = book.topics + [DrawingTopics.odd]

  static func draw(
    _ questions: [Question], highlighting answers: Answers = [:], _ detail: Drawing.Detail = Drawing.Detail()
  ) -> Drawing {
    book.drawing(of: Make.topic(questions), highlighting: answers, detail)
  }

  /// A question is drawn if it fits, though a deeper one does not.
  @Test func questionsLeftOutAreDrawnIfTheyFit() throws {
    let topic = try #require(RuleBook.standard.topic("evaluation"))
    let day = try #require(CalendarDay("2026-03-02"))
    let drawing = RuleBook.standard.drawing(of: topic, Drawing.Detail(day: day)) { Picture($0).isReadable }
    #expect(drawing.nodes.flatMap(\.branches).count { $0.omitted != nil } == 2)
    #expect(Picture(drawing).isReadable)
  }

  @Test(arguments: topics.indices) func numbersStartAtOne(_ index: Int) {
    for isExpanded in [false, true] {
      let drawing = Self.book.drawing(
        of: Self.topics[index], Drawing.Detail(isExpanded: isExpanded))
      #expect(drawing.nodes.map(\.number) == Array(1...drawing.nodes.count))
    }
  }

  @Test(arguments: topics.indices) func everyEndHasAResult(_ index: Int) {
    let nodes = Self.book.drawing(of: Self.topics[index]).nodes
    for branch in nodes.flatMap(\.branches) {
      #expect(branch.next != nil || !branch.outcomes.isEmpty, "\(branch.labels)")
    }
  }

  @Test(arguments: topics.indices) func expandedItHasEveryQuestionAndAnswer(_ index: Int) {
    let topic = Self.topics[index]
    let nodes = Self.book.drawing(of: topic, Drawing.Detail(isExpanded: true)).nodes
    #expect(Set(nodes.map(\.question.ask)) == Set(topic.questions.map(\.ask)))
    for node in nodes { #expect(node.branches.flatMap(\.answers) == node.question.answers) }
  }

  /// Two questions for one field are merged only if their answers have the same results.
  @Test(arguments: [("D0002", 2), ("D0003", 3)]) func equalQuestionsAreShared(
    _ code: String, _ count: Int
  ) {
    func printed(_ id: String, _ code: String) -> Question {
      Make.question(
        id, ask: "Printed?", field: "printed",
        [Make.answer("yes", earns: [Make.report(code)]), Make.answer("no")])
    }
    let drawing = Self.draw([
      Make.question("how", [Make.answer("a", next: 1), Make.answer("b", next: 2)]),
      printed("printed", "D0002"), printed("received-printed", code),
    ])
    #expect(drawing.nodes.count == count)
    #expect(
      drawing.nodes[0].branches.map(\.isFirstWay) == (count == 2 ? [true, false] : [true, true]))
    #expect(drawing.nodes[0].rows.count == count - 1)
  }

  /// The end of a path without a code depends on whether something was reported before.
  @Test func endsWithoutACodeSayWhetherThereIsOneBefore() {
    let end = Make.question(
      "more", [Make.answer("no"), Make.answer("yes", earns: [Make.report("D0002")])])
    let labels = [[Make.report("D0001")], []].map { effects in
      let first = Make.question(
        "how", [Make.answer("a", earns: effects, next: 1), Make.answer("b")])
      return Self.draw([first, end]).nodes.map { $0.branches.map { $0.outcomes.first?.label } }
    }
    #expect(labels[0] == [["Label", "Nothing to report"], ["Nothing more", "Label"]])
    #expect(labels[1] == [[nil, "Nothing to report"], ["Nothing to report", "Label"]])
  }

  @Test(arguments: [
    (nil, Drawing.Outcome.Kind.report, "Label, since 2023"), ("2023-01-01", .report, "Label"),
    ("2022-12-31", .notInForce, "Label, not before 2023"),
  ])
  func labelsShowOrApplyDates(_ date: String?, _ kind: Drawing.Outcome.Kind, _ label: String) {
    let day = date.flatMap { CalendarDay($0) }
    let answers = [Make.answer("a", earns: [Make.report("D0801", since: 2023)]), Make.answer("b")]
    let drawing = Self.draw([Make.question("how", answers)], Drawing.Detail(day: day))
    let outcome = drawing.nodes[0].branches[0].outcomes[0]
    #expect(outcome == Drawing.Outcome(kind: kind, code: "D0801", label: label))
    #expect(Set(drawing.kinds) == [kind, .nothing])
    #expect(drawing.heading.contains("date of service") == (date != nil))
  }

  static let devices = Make.question(
    "device",
    ["crown", "guard", "bridge", "veneer"].map { Make.answer($0, earns: [Make.part(of: $0)]) }
      + [Make.answer("other")])

  @Test func devicesShareABranch() {
    let branches = Self.draw([Self.devices]).nodes[0].branches
    #expect(branches.map(\.labels) == [["crown, guard and 2 more devices"], ["other"]])
    #expect(branches[0].outcomes.map(\.text) == ["Part of the device"])
    #expect(branches[0].answers.map(\.id) == ["crown", "guard", "bridge", "veneer"])
    #expect(Self.draw([Self.devices]).isCollapsed)
  }

  @Test func theDeviceOfThePathIsNamed() {
    let branches = Self.draw([Self.devices], highlighting: ["device": "guard"]).nodes[0].branches
    #expect(branches.map(\.labels) == [["crown, bridge and 1 more devices"], ["guard"], ["other"]])
    #expect(branches.map(\.emphasis) == [.dimmed, .highlighted, .dimmed])
    #expect(branches[1].outcomes.map(\.text) == ["Part of D2710-D2799, D2971 (since 2019)"])
  }

  /// A chain of three questions, each of which can also end the path.
  static let chain = (0..<3).map { index in
    Make.question(
      "q\(index)", [Make.answer("on", next: index < 2 ? index + 1 : nil), Make.answer("end")])
  }

  @Test(arguments: [(1, ["2 more questions"]), (2, ["1 more question"]), (3, [])])
  func deeperQuestionsAreCounted(_ depth: Int, _ labels: [String]) {
    let drawing = Self.draw(Self.chain, Drawing.Detail(depth: depth))
    #expect(drawing.nodes.count == depth)
    let omitted = drawing.nodes.flatMap(\.branches).flatMap(\.outcomes).filter {
      $0.kind == .elsewhere
    }
    #expect(omitted.map(\.label) == labels)
    #expect(drawing.isCollapsed == !labels.isEmpty)
  }

  @Test func pathIsDrawnAtAnyDepth() {
    let drawing = Self.draw(Self.chain, highlighting: ["q0": "on", "q1": "on"], Drawing.Detail(depth: 1))
    #expect(drawing.nodes.map(\.emphasis) == [.highlighted, .highlighted, .highlighted])
    let emphases = drawing.nodes.map { $0.branches.map(\.emphasis) }
    #expect(emphases == [[.highlighted, .dimmed], [.highlighted, .dimmed], [.plain, .plain]])
  }

  @Test func deepestQuestionsAreOmittedUntilItFits() {
    let topic = Make.topic(Self.chain)
    #expect(Self.book.drawing(of: topic, fitting: { $0.nodes.count <= 2 }).nodes.count == 2)
    #expect(Self.book.drawing(of: topic, fitting: { _ in false }).nodes.count == 1)
    let highlighted = Self.book.drawing(of: topic, highlighting: ["q0": "on"], fitting: { _ in false })
    #expect(highlighted.nodes.count == 2)
  }

  @Test func linkedTopicsAreDrawnOnRequest() throws {
    let topic = try #require(Self.book.topic("model"))
    func topics(_ answers: Answers, _ detail: Drawing.Detail) -> Set<String> {
      Set(Self.book.drawing(of: topic, highlighting: answers, detail).nodes.map(\.question.topic))
    }
    #expect(topics([:], Drawing.Detail()) == ["model"])
    #expect(topics([:], Drawing.Detail(isExpanded: true)) == ["model", "splint", "guide"])
    #expect(
      topics(["purpose": "device", "device": "surgical-splint"], Drawing.Detail()) == [
        "model", "splint",
      ])
  }
}
