/// A claim of an 837D file, reduced to what an audit needs.
package struct DentalClaim: Equatable, Sendable {
  /// The claim frequency code.
  package enum Frequency: UInt8, Sendable {
    /// An original claim, or no code.
    case original
    /// A replacement of a prior claim.
    case replacement
    /// A void of a prior claim.
    case void
  }

  /// The maximum number of attachments kept; the implementation guide allows ten.
  static let maxAttachments = 10

  /// The claim id assigned by the office.
  package internal(set) var id = ""
  /// The position of the claim in the file.
  package internal(set) var position = SourcePosition()
  /// The patient; nil if the file does not identify one.
  package internal(set) var patient: PatientKey?
  /// The payer sequence: `P` primary, `S` secondary, and so on; empty if not stated.
  package internal(set) var payerSequence = ""
  /// The default date of service of its lines.
  package internal(set) var serviceDate: ServiceDate?
  /// Whether that date is unreadable.
  var isDateUnreadable = false
  /// Whether it is a predetermination request.
  package internal(set) var isPredetermination = false
  /// The claim frequency.
  package internal(set) var frequency = Frequency.original
  /// Whether it is marked as orthodontic treatment.
  package internal(set) var isOrthodontic = false
  /// Whether it has a note.
  package internal(set) var hasNote = false
  /// The report type codes of its attachments, such as `DA` for dental models.
  package internal(set) var attachments: [String] = []
  /// The service lines in order.
  package internal(set) var lines: [DentalLine] = []
  /// The number of lines of this claim already emitted.
  var linesBefore = 0

  /// Appends a line and numbers it.
  mutating func add(_ line: DentalLine) {
    lines.append(line)
    lines[lines.count - 1].number = linesBefore + lines.count
  }

  /// Removes the lines; numbering continues after them.
  mutating func removeLines() {
    linesBefore += lines.count
    lines = []
  }

  mutating func changeLastLine(_ change: (inout DentalLine) -> Void) {
    if !lines.isEmpty { change(&lines[lines.count - 1]) }
  }

  mutating func attach(_ kind: String) {
    if attachments.count < Self.maxAttachments { attachments.append(kind) }
  }
}

/// A service line of a claim.
package struct DentalLine: Equatable, Sendable {
  /// The line number in the claim, from 1.
  package internal(set) var number = 1
  /// The position of the line in the file.
  package internal(set) var position = SourcePosition()
  /// The procedure code as written; empty if there is no code with the qualifier `AD`.
  package internal(set) var code = ""
  /// Whether it has a procedure description.
  package internal(set) var hasDescription = false
  /// The number of units; 0 if it is unreadable.
  package internal(set) var units = 1
  /// The date of service of the line, or else of the claim; nil if there is no readable date.
  package internal(set) var serviceDate: ServiceDate?
  /// Whether there is no date of service because it is unreadable.
  package internal(set) var isDateUnreadable = false
  /// The areas of the oral cavity as written.
  package internal(set) var areas: [String] = []
  /// Whether it has a tooth number.
  package internal(set) var hasTooth = false
}

/// A date of service.
package struct ServiceDate: Hashable, Sendable {
  /// The year.
  package let year: Int
  /// The month, from 1.
  package let month: Int
  /// The day, from 1.
  package let day: Int

  /// Parses `20260131`, or the first day of `20260131-20260205`; nil for anything else.
  init?(_ text: ArraySlice<UInt8>) {
    let digits = text.prefix(8)
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      text.count == 8 || (text.count == 17 && text[text.startIndex + 8] == UInt8(ascii: "-"))
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard year > 0, (1...12).contains(month), (1...31).contains(day) else { return nil }
  }
}

/// An opaque key that groups the lines of a patient; different in every run.
package struct PatientKey: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// A hash of the patient's identifying data.
  package let hash: Int

  /// Hides the hash.
  package var description: String { "patient" }
  /// Hides the hash.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
