extension RuleBook {
  /// Returns the tree of a topic.
  ///
  /// - Parameter answers: The path to highlight, all of which is drawn.
  /// - Parameter fits: Whether a drawing is small enough; until it is, the deepest questions are
  ///   omitted, last one first, and then drawn again one by one if they fit.
  package func drawing(
    of topic: Topic, highlighting answers: Answers = [:], _ detail: Drawing.Detail = Drawing.Detail(),
    fitting fits: (Drawing) -> Bool = { _ in true }
  ) -> Drawing {
    var builder = DrawingBuilder(topic, answers, detail)
    func drawing(omitting omitted: Set<Int>) -> Drawing {
      Drawing(
        id: topic.id, title: topic.title, edition: edition, day: detail.day,
        nodes: builder.nodes(omitting: omitted))
    }
    let whole = drawing(omitting: [])
    if fits(whole) { return whole }
    let optional = builder.inOrderOfDepth
    // Below the range too few are omitted; from its end on there are enough, or no more can be.
    var range = 1..<max(1, optional.count)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        fits(drawing(omitting: Set(optional.suffix(middle))))
        ? range.lowerBound..<middle : (middle + 1)..<range.upperBound
    }
    var omitted = Set(optional.suffix(range.lowerBound))
    var best = drawing(omitting: omitted)
    guard fits(best) else { return best }
    for question in optional.suffix(range.lowerBound) {
      let more = drawing(omitting: omitted.subtracting([question]))
      if fits(more) { (best, omitted) = (more, omitted.subtracting([question])) }
    }
    return best
  }
}

/// A builder that numbers the questions of a topic, each below the first branch that leads to it.
private struct DrawingBuilder {
  /// The maximum number of devices drawn individually.
  static let maxNamedDevices = 2

  let shared: SharedQuestions
  let answers: Answers
  let detail: Drawing.Detail
  /// The indices of the drawn questions on the path.
  let onPath: Set<Int>
  private var nodes: [Drawing.Node] = []
  /// The numbers of the questions drawn so far, by index.
  private var numbers: [Int: Int] = [:]
  private var omitted: Set<Int> = []

  init(_ topic: Topic, _ answers: Answers, _ detail: Drawing.Detail) {
    let shared = SharedQuestions(topic, on: detail.day)
    (self.shared, self.answers, self.detail) = (shared, answers, detail)
    let path = answers.fields.isEmpty ? [] : [0] + topic.path(answers).steps.compactMap(\.answer.next)
    onPath = Set(path.map { shared.drawn[$0] })
  }

  /// Builds the drawing, omitting the questions with these indices.
  mutating func nodes(omitting omitted: Set<Int>) -> [Drawing.Node] {
    self.omitted = omitted
    (nodes, numbers) = ([], [:])
    _ = visit(0)
    return nodes
  }

  /// The indices of the drawn questions that can be omitted, deepest last.
  var inOrderOfDepth: [Int] {
    let levels = shared.levels
    return numbers.filter { levels[$0.key] > 0 && !onPath.contains($0.key) }
      .sorted { (levels[$0.key], $0.value) < (levels[$1.key], $1.value) }.map(\.key)
  }

  /// Returns the number of a question and whether this is its first occurrence.
  private mutating func visit(_ index: Int) -> (number: Int, isNew: Bool) {
    let index = shared.drawn[index]
    if let number = numbers[index] { return (number, false) }
    let number = nodes.count + 1
    let question = shared.questions[index]
    numbers[index] = number
    let emphasis: Drawing.Emphasis = onPath.isEmpty ? .plain : onPath.contains(index) ? .highlighted : .dimmed
    nodes.append(
      Drawing.Node(number: number, question: question, branches: [], emphasis: emphasis))
    for answer in question.answers {
      let branch = branch(answer, of: index)
      nodes[number - 1].branches.append(branch)
    }
    if !detail.isExpanded { nodes[number - 1].groupDevices(naming: Self.maxNamedDevices) }
    return (number, true)
  }

  private mutating func branch(_ answer: Answer, of index: Int) -> Drawing.Branch {
    var outcomes = shared.outcomes(of: answer, from: index)
    var next: (number: Int, isNew: Bool)?
    var omitted: Int?
    if let target = answer.next.map({ shared.drawn[$0] }) {
      if let rest = omission(of: target, after: index) {
        outcomes.append(rest)
        omitted = target
      } else {
        next = visit(target)
      }
    }
    return Drawing.Branch(
      answers: [answer], labels: [answer.label], outcomes: outcomes, next: next?.number,
      omitted: omitted, isFirstWay: next?.isNew ?? false,
      emphasis: emphasis(of: answer, from: index))
  }

  private func emphasis(of answer: Answer, from index: Int) -> Drawing.Emphasis {
    guard !onPath.isEmpty else { return .plain }
    guard onPath.contains(index) else { return .dimmed }
    let given = answers[shared.questions[index].field]
    guard let given, shared.questions[index].answer(id: given) != nil else { return .plain }
    return given == answer.id ? .highlighted : .dimmed
  }

  /// Returns the placeholder for a question that the detail omits; nil if it is drawn.
  private func omission(of target: Int, after index: Int) -> Drawing.Outcome? {
    if onPath.contains(target) { return nil }
    let topic = shared.questions[target].topic
    if topic != shared.questions[index].topic, !detail.isExpanded {
      return Drawing.Outcome(kind: .elsewhere, label: "See the topic \(topic)")
    }
    let isTooDeep = shared.levels[target] >= detail.depth ?? .max
    guard isTooDeep || omitted.contains(target) else { return nil }
    let count = shared.reachable(from: target).count
    let label = count == 1 ? "1 more question" : "\(count) more questions"
    return Drawing.Outcome(kind: .elsewhere, label: label)
  }
}

extension Drawing.Node {
  /// Groups the devices off the path into one branch if there are many.
  fileprivate mutating func groupDevices(naming count: Int) {
    let devices = branches.indices.filter {
      let branch = branches[$0]
      return branch.next == nil && branch.emphasis != .highlighted && !branch.outcomes.isEmpty
        && branch.outcomes.allSatisfy { $0.kind == .included }
    }
    guard devices.count > count, let first = devices.first else { return }
    let named = devices.prefix(count).map { branches[$0].labels[0] }.joined(separator: ", ")
    var group = branches[first]
    group.answers = devices.map { branches[$0].answers[0] }
    group.isGroup = true
    group.labels = ["\(named) and \(devices.count - count) more devices"]
    group.outcomes = [Drawing.Outcome(kind: .included, label: "Part of the device")]
    branches[first] = group
    for index in devices.dropFirst().reversed() { branches.remove(at: index) }
  }
}
