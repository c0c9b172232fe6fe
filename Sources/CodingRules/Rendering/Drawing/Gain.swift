/// What a branch of a drawing earns.
struct Gain: Sendable {
  /// What sort of thing is earned.
  enum Kind: Sendable {
    /// Something to report.
    case report
    /// A place within the procedure of a device.
    case included
    /// Nothing, outright.
    case nothing
  }

  let kind: Kind
  /// The gain in a few words, the dates of service with it when it holds only for some.
  let words: String

  fileprivate init(_ kind: Kind, _ words: String, _ period: Period) {
    self.kind = kind
    let from = period.from.map { " since \($0)" } ?? ""
    let through = period.through.map { " through \($0)" } ?? ""
    self.words = words + from + through
  }
}

extension Answer {
  /// What the answer earns, in order; the rest of its effects is for the advice.
  var gains: [Gain] {
    effects.compactMap { timed in
      switch timed.effect {
      case .report(let line): Gain(.report, line.procedure.description, timed.period)
      case .includedIn(let inclusion):
        Gain(.included, "part of \(inclusion.device.codesText)", timed.period)
      case .nothing: Gain(.nothing, "nothing to report", timed.period)
      case .notSeparately, .note, .dissent: nil
      }
    }
  }
}

extension Device {
  /// The codes of its procedure on a day as a list.
  func codesText(on day: CalendarDay) -> String { codes(on: day).map(\.description).joined(separator: ", ") }

  /// The codes of its procedure over all dates as a list.
  var codesText: String { ranges.map(\.description).joined(separator: ", ") }
}
