import CodingRules

extension Command {
  static let plans = Command(
    id: .plans, group: .reference, summary: "list the plans that --plan takes, or all rules of one",
    operands: "[FILE|ID]", operandKinds: [.plan],
    examples: """
      cdtadvise plans  # each plan with the date for which its rules are known
      cdtadvise plans delta-california  # all its rules, with their sources
      cdtadvise --plan delta-california  # what to expect of a plan, after the advice
      """, ownFlags: [.on, .listFormat, .json]
  ) { run throws(Failure) in
    let (day, style) = (try run.day(), run.style)
    guard let word = run.arguments.operands.first else {
      let plans = Plan.standard
      return Outcome(text: run.format == .json ? plans.json(on: day).text : plans.text(on: day, style))
    }
    let view = try run.plan(named: word).view(on: day)
    return Outcome(text: run.format == .json ? view.json.text : view.text(style))
  }
}

extension Run {
  /// A built-in plan, or one in a file.
  func plan(named word: String) throws(Failure) -> Plan {
    if let plan = Plan.standard(named: word) { return plan }
    guard word == "-" || word.contains("/") || word.hasSuffix(".json") else {
      throw .unknown(.plan, word, suggestion: nearestName(to: word, among: Plan.standardNames))
    }
    let bytes = try terminal.input(at: FilePath(word)).contents(max: Plan.maxSize)
    return try rethrow(Plan(bytes, file: word)) { .rules($0, folder: word) }
  }
}
