extension Plan {
  /// Reads a plan.
  ///
  /// - Parameter file: The path to use in findings.
  /// - Throws: `UnusableRules` with all findings.
  package init(_ bytes: [UInt8], file: String) throws(UnusableRules) {
    let files = RuleFiles([file: bytes])
    let log = FindingLog()
    guard let plan = files.document(file, log: log).map({ PlanReader($0).plan }), log.findings.isEmpty else {
      throw UnusableRules(findings: files.located(log.sorted))
    }
    self = plan
  }

  /// The embedded plans, sorted by id.
  package static var standard: [Plan] { standardIDs.compactMap { standard($0) } }

  /// The ids of the embedded plans, sorted.
  package static var standardIDs: [String] {
    BundledFiles.paths(in: folder).map { String($0.dropLast(".json".count)) }.sorted()
  }

  /// Returns the embedded plan with this id; nil if there is none.
  package static func standard(_ id: String) -> Plan? {
    BundledFiles.bytes(of: "\(folder)\(id).json").map {
      known(try? Plan($0, file: "\(id).json"), "The built-in plans are tested to be free of errors.")
    }
  }

  private static var folder: String { "plans/" }

  /// The names of the embedded plans, ids first.
  package static var standardNames: [String] { standardIDs + standard.flatMap { [$0.payer] + $0.also } }

  /// Returns the embedded plan with this id, payer or other name.
  package static func standard(named word: String) -> Plan? {
    if let plan = standard(word) { return plan }
    let key = nameKey(word)
    return key.isEmpty
      ? nil : standard.first { ([$0.id, $0.payer] + $0.also).contains { nameKey($0) == key } }
  }
}
