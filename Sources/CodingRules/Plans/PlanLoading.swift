import EmbeddedPlans
import StrictJSON

extension Plan {
  /// Reads a plan.
  ///
  /// - Parameter file: The path by which findings name it.
  /// - Throws: `UnusableRules` with everything that is wrong.
  public init(_ bytes: [UInt8], file: String) throws(UnusableRules) {
    let log = FindingLog()
    do throws(JSONError) {
      let root = try JSONDocument(bytes, repeatedKeys: .kept).root
      self = PlanReader(Written(value: root, file: Written.File(path: file, log: log, isChecked: false))).plan
    } catch {
      let position = TextPosition(of: error.offset, in: bytes)
      throw UnusableRules(findings: [
        Finding(.notJSON(reason: "\(error)", line: position.line, column: position.column), file: file)
      ])
    }
    guard log.findings.isEmpty else { throw UnusableRules(findings: log.sorted) }
  }

  /// The plans that are part of the program, by id.
  public static var standard: [Plan] { standardIDs.compactMap { standard($0) } }

  /// The ids of the plans that are part of the program, sorted.
  public static var standardIDs: [String] {
    (0..<embedded_plan_count()).map { String(cString: embedded_plan_at($0).id) }
  }

  /// The plan of the program with this id; nil when there is none.
  public static func standard(_ id: String) -> Plan? {
    for index in 0..<embedded_plan_count() where String(cString: embedded_plan_at(index).id) == id {
      let plan = embedded_plan_at(index)
      do throws(UnusableRules) {
        return try Plan(Array(UnsafeBufferPointer(start: plan.bytes, count: plan.length)), file: "\(id).json")
      } catch {
        preconditionFailure("The built-in plans are tested to be free of errors: \(error.findings)")
      }
    }
    return nil
  }

  /// The plan of the program that a word names: its id, its payer or another word for it.
  public static func standard(named word: String) -> Plan? {
    if let plan = standard(word) { return plan }
    let key = nameKey(word)
    return key.isEmpty
      ? nil : standard.first { ([$0.id, $0.payer] + $0.also).contains { nameKey($0) == key } }
  }
}
