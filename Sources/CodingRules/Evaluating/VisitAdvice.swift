/// The advice for a visit: the advice for each service, and remarks on their combination.
public struct VisitAdvice: Sendable {
  /// The visit.
  public let visit: Visit
  /// The advice for each service, in order.
  public let services: [Advice]
  /// The checks that apply, in rule order.
  public let remarks: [Remark]

  /// The lines to report in shorthand, service by service.
  public var reported: [String] { services.flatMap(\.reported) }

  /// Whether a claim with these lines is wrong, which is when a remark is an error.
  package var isWrong: Bool { remarks.contains { $0.check.severity == .error } }
}

/// A check that applies to a visit.
public struct Remark: Sendable {
  /// The check.
  public let check: VisitCheck
  /// The lines it is about, in shorthand.
  public let lines: [String]

  /// Returns the remark with its lines in the order of all lines of the visit.
  package func reordered(like all: [ClaimLine]) -> Remark {
    Remark(check: check, lines: all.map(\.text).filter { lines.contains($0) })
  }
}

/// The result of evaluating a visit: questions to ask, or advice.
public enum VisitEvaluation: Sendable {
  /// The indices of the services that still need an answer, each with its open question.
  case asks([(service: Int, question: Question)])
  /// The advice once every path is complete.
  case advises(VisitAdvice)
}

extension RuleBook {
  /// Evaluates every service of a visit, then the checks on their combination.
  public func evaluate(_ visit: Visit) -> VisitEvaluation {
    var open: [(service: Int, question: Question)] = []
    var advised: [Advice] = []
    for (index, service) in visit.services.enumerated() {
      switch service.topic.evaluate(service.answers, facts: visit.facts) {
      case .asks(let question): open.append((index, question))
      case .advises(let conclusion): advised.append(conclusion.advice(on: visit.day, by: self))
      }
    }
    guard open.isEmpty else { return .asks(open) }
    return .advises(
      VisitAdvice(
        visit: visit, services: advised,
        remarks: remarks(on: advised.flatMap(\.claimLines), surgeryIn: visit.daysUntilSurgery)))
  }

  /// Returns the checks that apply to the lines of a visit's services.
  ///
  /// - Parameters:
  ///   - days: The number of days from the visit to surgery; nil if there is none.
  ///   - candidates: The indices of the checks to try, sorted, possibly repeated; nil for all.
  package func remarks(
    on lines: [ClaimLine], surgeryIn days: Int? = nil, among candidates: [Int]? = nil
  ) -> [Remark] {
    let checks = visitChecks
    var last = -1
    return (candidates ?? Array(checks.indices)).compactMap { index in
      defer { last = index }
      return index == last ? nil : checks[index].remark(on: lines, surgeryIn: days)
    }
  }

  /// Returns the sorted indices of the checks that can apply to a visit with one of the lines.
  package func candidateChecks(_ lines: [ClaimLine]) -> [Int] {
    let checks = visitChecks
    return checks.indices.filter { index in
      checks[index].codes.together.contains { $0.prefix(1).contains { lines.contains(where: $0.holds) } }
    }
  }
}

extension VisitAdvice {
  /// Combines the advice for a visit's services.
  package init(_ visit: Visit, services: [Advice], remarks: [Remark]) {
    self.init(visit: visit, services: services, remarks: remarks)
  }
}

extension RuleBook {
  /// Whether a check that depends on surgery would apply if surgery were on the same day.
  package func dependsOnSurgery(_ visit: Visit) -> Bool {
    var visit = visit
    visit.surgery = visit.day
    guard case .advises(let advice) = evaluate(visit) else { return false }
    return advice.remarks.contains { $0.check.daysBeforeSurgery != nil }
  }
}

extension Visit {
  fileprivate var daysUntilSurgery: Int? { surgery.map { $0.daysSince1970 - day.daysSince1970 } }
}

/// A line as visit checks see it: a procedure, or a device that includes work.
package struct ClaimLine: Hashable, Sendable {
  package let text: String
  /// The ids of its codes.
  let codes: [String]
  let units: Int
  let isDevice: Bool
}

extension Advice {
  /// Its lines as visit checks see them.
  package var claimLines: [ClaimLine] {
    let procedures = report.map(\.value.procedure).map { procedure in
      let units = if case .code(let service) = procedure { service.units } else { 1 }
      return ClaimLine(
        text: procedure.description, codes: procedure.codes.map(\.id), units: units,
        isDevice: false)
    }
    return procedures
      + includedIn.map { ClaimLine(text: $0.value.device.label, codes: [], units: 1, isDevice: true) }
  }
}

extension CodeGroup {
  fileprivate func holds(_ line: ClaimLine) -> Bool { line.isDevice ? includesDevices : contains(line.codes) }
}

extension VisitCheck {
  /// Whether the check applies to the lines of one of its examples.
  func applies(to parts: [ExamplePart]) -> Bool {
    let lines = parts.compactMap { part -> ClaimLine? in
      switch part {
      case .line(let code, let units):
        ClaimLine(text: code, codes: [code], units: units, isDevice: false)
      case .device: ClaimLine(text: "device", codes: [], units: 1, isDevice: true)
      case .surgery: nil
      }
    }
    return remark(on: lines, surgeryIn: parts.compactMap(\.daysBeforeSurgery).first) != nil
  }

  /// Returns the check's remark on lines; nil if it does not apply.
  fileprivate func remark(on lines: [ClaimLine], surgeryIn days: Int?) -> Remark? {
    if let daysBeforeSurgery {
      guard let days, (0...daysBeforeSurgery).contains(days) else { return nil }
    }
    let met = codes.together.filter { isMet($0, by: lines) }
    if met.isEmpty || codes.without.contains(where: { lines.contains(where: $0.holds) }) { return nil }
    let concerned = lines.filter { line in met.contains { list in list.contains { $0.holds(line) } } }
    return Remark(check: self, lines: concerned.map(\.text))
  }

  /// Whether each group has its own line and the first one has enough units.
  private func isMet(_ groups: [CodeGroup], by lines: [ClaimLine]) -> Bool {
    guard let first = groups.first,
      haveDistinctLines(groups[...], among: lines.indices, isIn: { $1.holds(lines[$0]) })
    else { return false }
    guard let moreThan = codes.moreThan else { return true }
    return lines.filter { first.holds($0) }.map(\.units).reduce(0, +) > moreThan
  }
}

/// Whether each group can be assigned a line of its own.
///
/// - Parameters:
///   - taken: The lines assigned to earlier groups.
///   - isIn: Whether a line is in a group.
func haveDistinctLines<Group>(
  _ groups: ArraySlice<Group>, among lines: Range<Int>, taken: [Int] = [], isIn: (Int, Group) -> Bool
) -> Bool {
  guard let group = groups.first else { return true }
  guard groups.allSatisfy({ group in lines.contains { isIn($0, group) } }) else { return false }
  // Trying as many lines as there are groups is enough: one of them is always free.
  var untried = groups.count + taken.count
  for line in lines where untried > 0 && isIn(line, group) && !taken.contains(line) {
    if haveDistinctLines(groups.dropFirst(), among: lines, taken: taken + [line], isIn: isIn) {
      return true
    }
    untried -= 1
  }
  return false
}
