/// A claim of an 837D file, as far as an audit needs it.
package struct DentalClaim: Equatable, Sendable {
  /// What the number of the claim is for.
  package enum Frequency: UInt8, Sendable {
    /// A first submission, or not stated.
    case original
    /// Replaces a claim that was sent before.
    case replacement
    /// Takes back a claim that was sent before.
    case void
  }

  /// How many attachments are kept; the guide allows ten.
  static let maxAttachments = 10

  /// The id that the office gave it.
  package internal(set) var id = ""
  /// Where it begins.
  package internal(set) var position = SourcePosition()
  /// Whom it is for; nil when the file does not identify the patient.
  package internal(set) var patient: PatientKey?
  /// Which payer it goes to: `P` first, `S` second, and so on; empty when it is not stated.
  package internal(set) var payerOrder = ""
  /// The date of service of lines without one of their own.
  package internal(set) var day: ServiceDate?
  /// Whether it asks what would be paid, before the work is done.
  package internal(set) var isPredetermination = false
  /// What it is for.
  package internal(set) var frequency = Frequency.original
  /// Whether it says that it is for orthodontic treatment.
  package internal(set) var isOrthodontic = false
  /// Whether it has remarks.
  package internal(set) var hasNote = false
  /// The kinds of attachments that go with it, such as `DA` for dental models.
  package internal(set) var attachments: [String] = []
  /// The service lines, in order.
  package internal(set) var lines: [DentalLine] = []
  /// How many lines of the same claim were handed out before.
  var linesBefore = 0

  var hasLines: Bool { !lines.isEmpty }

  /// Adds a line, which gets its number.
  mutating func add(_ line: DentalLine) {
    lines.append(line)
    lines[lines.count - 1].number = linesBefore + lines.count
  }

  /// Removes the lines; those that follow are numbered after them.
  mutating func forgetLines() {
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
  /// Its number in the claim, from 1.
  package internal(set) var number = 1
  /// Where it begins.
  package internal(set) var position = SourcePosition()
  /// The procedure code as it is written; empty when the line does not give one as `AD` and a code.
  package internal(set) var code = ""
  /// Whether it describes the procedure in words.
  package internal(set) var hasDescription = false
  /// How many units; 0 when they cannot be read.
  package internal(set) var units = 1
  /// Its date of service, or else the claim's; nil when there is none that can be read.
  package internal(set) var day: ServiceDate?
  /// The areas of the mouth as they are written.
  package internal(set) var areas: [String] = []
  /// Whether it names a tooth.
  package internal(set) var hasTooth = false
}

/// A date of service as X12 writes it: eight digits, year first.
package struct ServiceDate: Hashable, Sendable {
  /// The year.
  package let year: Int
  /// The month, from 1.
  package let month: Int
  /// The day, from 1.
  package let day: Int

  /// Reads `20260131`, or the first day of `20260131-20260205`; nil for any other form.
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

/// Groups the lines of one patient; says nothing about who that is, and differs from run to run.
package struct PatientKey: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// A hash of what identifies the patient.
  package let hash: Int

  /// Hides itself.
  package var description: String { "patient" }
  /// Hides itself.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Takes a hash of what identifies a patient.
  package init(hash: Int) { self.hash = hash }
}
