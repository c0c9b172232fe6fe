extension Drawing {
  /// The outcome of a branch, in a few words.
  struct Outcome: Hashable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
      /// A code to report.
      case report
      /// Work included in the procedure of a device.
      case included
      /// No code, or no additional one.
      case nothing
      /// A code that is not in force on the date of service.
      case notInForce
      /// Questions that the drawing omits.
      case elsewhere
      /// The highlighted path, in a legend.
      case path
    }

    let kind: Kind
    /// The code as reported on a claim; empty if there is none.
    var code = ""
    /// The short label in our own words, with the dates if it does not always apply.
    let label: String

    var text: String { code.isEmpty ? label : "\(code) \(label)" }

    /// Whether it goes on a claim, separately or with the device.
    var isBillable: Bool { kind == .report || kind == .included }
  }
}

extension Answer {
  /// Returns the outcomes of the answer, in order, without those effects that only advice shows.
  ///
  /// - Parameter day: The date of service; nil for all dates, which are shown where they matter.
  func outcomes(on day: CalendarDay?) -> [Drawing.Outcome] {
    effects.compactMap { timed in
      guard day.map(timed.period.contains) ?? true else { return nil }
      switch timed.effect {
      case .report(let line): return line.procedure.outcome(timed.period, on: day)
      case .includedIn(let inclusion):
        let codes = inclusion.device.codesText(in: timed.period, on: day)
        return Drawing.Outcome(
          kind: .included, label: "Part of \(codes.isEmpty ? inclusion.device.label : codes)")
      case .nothing, .notSeparately, .note, .dissent: return nil
      }
    }
  }
}

extension Device {
  /// Returns the codes of its procedure on a day, as a list.
  func codesText(on day: CalendarDay) -> String {
    codes(on: day).map(\.description).joined(separator: ", ")
  }

  /// Returns the codes on a day, or over a period with dates in parentheses.
  fileprivate func codesText(in period: Period, on day: CalendarDay?) -> String {
    if let day { return codesText(on: day) }
    let codes = ranges.map { range in
      let words = range.period.intersection(period).words
      return words.isEmpty ? "\(range.codes)" : "\(range.codes) (\(words))"
    }
    return codes.joined(separator: ", ")
  }
}

extension Procedure {
  fileprivate func outcome(_ period: Period, on day: CalendarDay?) -> Drawing.Outcome {
    let life = codes.map(\.life.period).reduce(period) { $0.intersection($1) }
    guard let day else {
      let words = life.words.isEmpty ? "" : ", \(life.words)"
      return Drawing.Outcome(kind: .report, code: shortCode, label: shortLabel + words)
    }
    if let alive = inForce(on: day) {
      return Drawing.Outcome(kind: .report, code: alive.shortCode, label: alive.shortLabel)
    }
    return Drawing.Outcome(
      kind: .notInForce, code: shortCode, label: "\(shortLabel), \(life.absence(on: day))")
  }

  private var shortLabel: String {
    switch self {
    case .code(let service): service.code.label
    case .range: "(one of this range)"
    case .oneOf: "(the payer decides)"
    }
  }
}

extension Period {
  fileprivate func intersection(_ other: Period) -> Period {
    Period(
      from: [from, other.from].compactMap(\.self).max(),
      through: [through, other.through].compactMap(\.self).min())
  }

  /// The period in words, with years instead of their first or last day; empty for all days.
  fileprivate var words: String {
    let last = through?.asLastDay
    guard let first = from?.asFirstDay else { return last.map { "through \($0)" } ?? "" }
    return last.map { "from \(first) through \($0)" } ?? "since \(first)"
  }

  /// Returns the reason a day is outside the period.
  fileprivate func absence(on day: CalendarDay) -> String {
    let before = from.flatMap { day < $0 ? "not before \($0.asFirstDay)" : nil }
    let after = through.flatMap { $0 < day ? "not after \($0.asLastDay)" : nil }
    return [before, after].compactMap(\.self).prefix(1).joined()
  }
}

extension CalendarDay {
  fileprivate var asFirstDay: String { (month, day) == (1, 1) ? String(year) : description }
  fileprivate var asLastDay: String { (month, day) == (12, 31) ? String(year) : description }
}
