import CodingRules

extension Command {
  static let plans = Command(
    name: "plans", group: .reference, summary: "list the plans that --plan takes, or all rules of one",
    operands: "[FILE|ID]", operandKinds: [.plan],
    examples: """
      cdtadvise plans  # each plan with the date for which its rules are known
      cdtadvise plans delta-california  # all its rules, with their sources
      cdtadvise --plan delta-california  # what to expect of a plan, after the advice
      """, ownFlags: [.on, .listFormat, .json]
  ) { run throws(Failure) in
    let (day, style) = (try run.day(), run.style)
    guard let word = run.arguments.operandWords.first else {
      let plans = Plan.standard
      return Outcome(text: run.format == .json ? plans.json(on: day).text : plans.text(on: day, style))
    }
    let view = try run.plan(named: word).view(on: day)
    return Outcome(text: run.format == .json ? view.json.text : view.text(style))
  }
}

extension Run {
  /// A built-in plan, or one in a file.
  func plan(named word: Word) throws(Failure) -> Plan {
    let name = word.text
    if let plan = Plan.standard(named: name) { return plan }
    guard name == "-" || name.contains("/") || name.hasSuffix(".json") else {
      throw .unknown(.plan, name, suggestion: nearestName(to: name, among: Plan.standardNames))
    }
    let bytes = try terminal.input(at: word.path).contents(max: Plan.maxSize)
    return try rethrow(Plan(bytes, file: name)) { .rules($0, folder: name) }
  }
}
