extension Plan {
  /// Checks the plan against a book; syntax errors have been found by then.
  ///
  /// - Parameter file: The path to use in findings.
  package func check(with book: RuleBook, file: String) -> [Finding] {
    var findings = rules.enumerated().flatMap { index, rule in
      let groups = [("codes", rule.codes)] + rule.otherGroups
      return groups.flatMap { key, group in
        unknownCodes(group, book).map {
          Finding($0, file: file, path: "rules[\(index)].\(key)", severity: .warning)
        }
      }
    }
    findings += contradictions.map { index, code in
      Finding(
        "\(code) is both denied, so that the patient pays, and not billable to the patient", file: file,
        path: "rules[\(index)]")
    }
    findings += lateDates(book.edition.reviewed).map { Finding($1, file: file, path: $0, severity: .warning) }
    return findings.sorted()
  }

  /// Returns the dates after the last review of the book, or after the date of the plan.
  private func lateDates(_ reviewed: CalendarDay) -> [(path: String, problem: Finding.Problem)] {
    let last = asOf?.lastDay ?? reviewed
    let own = rules.enumerated().map { ("rules[\($0)].asOf", $1.evidence.asOf, last) }
    let more = notes.enumerated().map { ("notes[\($0)].asOf", $1.evidence.asOf, last) }
    return ([("asOf", asOf, reviewed)] + own + more).compactMap { path, date, last in
      guard let date, date.firstDay > last else { return nil }
      return (path, .badValue("\(date)", expected: "a date not after \(last)"))
    }
  }

  /// Returns the single codes unknown to the codes and devices of the book.
  private func unknownCodes(_ group: CodeGroup, _ book: RuleBook) -> [Finding.Problem] {
    group.ranges.filter { range in
      range.first == range.last && book.code(range.first) == nil
        && !book.devices.contains { $0.ranges.contains { $0.codes.contains(range.first) } }
    }.map { .unknown("code", $0.first, among: book.codes.map(\.id)) }
  }

  /// The unconditional rules that both allow and forbid charging the patient for a code.
  private var contradictions: [(rule: Int, code: String)] {
    let always = rules.enumerated().filter { $1.with == nil && $1.when == nil }
    return always.flatMap { index, rule in
      always.filter { other, second in
        other < index && rule.effects.contains(.denied) && second.effects.contains(.notBillableToPatient)
          || other < index && rule.effects.contains(.notBillableToPatient) && second.effects.contains(.denied)
      }.flatMap { _, second in
        rule.codes.ranges.filter { range in second.codes.ranges.contains { $0.contains(range.first) } }
          .map { (index, $0.first) }
      }
    }
  }
}

extension PlanRule {
  /// The other groups of codes in the rule, by key.
  fileprivate var otherGroups: [(String, CodeGroup)] {
    (with.map { [("with", $0)] } ?? [])
      + effects.compactMap { effect in
        switch effect {
        case .includedIn(let group): ("includedIn", group)
        case .requires(let group): ("requires", group)
        default: nil
        }
      }
  }
}
