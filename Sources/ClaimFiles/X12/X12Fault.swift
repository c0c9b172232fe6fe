/// A fault in an X12 file.
package struct X12Fault: Error, Equatable, Sendable {
  /// The kind of fault.
  package enum Kind: Equatable, Sendable {
    /// The first segment is not an `ISA`; default separators are assumed.
    case noHeader
    /// The `ISA` is malformed, so its separators are unknown; default separators are assumed.
    case badHeader
    /// A segment without a terminator; it is dropped.
    case segmentTooLong
    /// Text that does not begin with a segment name.
    case notASegment
    /// A transaction of another kind; its claims are skipped.
    case unsupported(X12Guide)
    /// A dental transaction of version 4010; its claims are read.
    case oldVersion
    /// A claim without an id.
    case claimWithoutID
    /// A claim without service lines.
    case claimWithoutLines
    /// A service line before any claim.
    case lineWithoutClaim
    /// A medical or hospital service line on a dental claim.
    case nonDentalLine
    /// A trailer segment with a wrong count.
    case countMismatch(segment: String, stated: Int, found: Int)
    /// A trailer segment whose control number differs from the header's.
    case controlNumberMismatch(segment: String)
    /// A missing trailer: the file ends, or the next envelope begins, before this one is closed.
    case unclosedEnvelope(missing: String)
  }

  /// The kind of fault.
  package let kind: Kind
  /// The position in the file.
  package let position: SourcePosition
  /// The id of the affected claim, if any.
  package var claim: String?
  /// The affected service line, from 1.
  package var line: Int?

  /// Creates a fault.
  package init(_ kind: Kind, at position: SourcePosition, claim: String? = nil, line: Int? = nil) {
    (self.kind, self.position, self.claim, self.line) = (kind, position, claim, line)
  }
}

/// The implementation guide of a transaction.
package enum X12Guide: Hashable, Sendable {
  /// Dental claims.
  case dental
  /// Dental claims of version 4010.
  case dental4010
  /// Medical claims.
  case professional
  /// Hospital claims.
  case institutional
  /// A transaction other than claims, such as 835 payments.
  case transaction(String)
  /// A claim transaction that does not identify its guide.
  case unknown

  /// Identifies a guide by its version code, such as `005010X224A2`.
  init(_ name: some Collection<UInt8>) {
    let text = String(decoding: name, as: UTF8.self)
    switch text.prefix(10) {
    case let name where name.hasSuffix("X224"): self = .dental
    case "004010X097": self = .dental4010
    case let name where name.hasSuffix("X222"): self = .professional
    case "004010X098": self = .professional
    case let name where name.hasSuffix("X223"): self = .institutional
    case "004010X096": self = .institutional
    default: self = .unknown
    }
  }

  /// Whether its claims are read; an unknown guide is, since service lines show the kind of claim.
  var isSupported: Bool {
    switch self {
    case .dental, .dental4010, .unknown: true
    case .professional, .institutional, .transaction: false
    }
  }
}
