/// Something in an X12 file that cannot be read as it should be.
package struct X12Fault: Error, Equatable, Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// The file is UTF-16, which X12 is not.
    case utf16
    /// The first segment is not an `ISA`; the usual separators are assumed.
    case noHeader
    /// The `ISA` cannot be read, so its separators are not known; the usual ones are assumed.
    case badHeader
    /// A segment has no end; it is dropped.
    case segmentTooLong
    /// Text that is no segment: it does not begin with a name.
    case notASegment
    /// A transaction of another kind; its claims are not read.
    case refused(X12Guide)
    /// A dental transaction of version 4010; its claims are read.
    case oldVersion
    /// A claim without an id.
    case claimWithoutID
    /// A claim without service lines.
    case claimWithoutLines
    /// A service line before any claim.
    case lineWithoutClaim
    /// A medical or hospital service line on a dental claim.
    case otherLine
    /// A closing segment that counts another number than there are.
    case countDiffers(segment: String, stated: Int, found: Int)
    /// A closing segment with another control number than the opening one.
    case controlDiffers(segment: String)
    /// The file, or the next envelope, begins before this one is closed.
    case cutOff(missing: String)
  }

  /// What is wrong.
  package let kind: Kind
  /// Where.
  package let position: SourcePosition
  /// The claim it concerns, if it concerns one.
  package var claim: String?
  /// The service line it concerns, from 1.
  package var line: Int?

  /// Creates a fault.
  package init(_ kind: Kind, at position: SourcePosition, claim: String? = nil, line: Int? = nil) {
    (self.kind, self.position, self.claim, self.line) = (kind, position, claim, line)
  }
}

/// The implementation guide that a transaction follows.
package enum X12Guide: Hashable, Sendable {
  /// Dental claims.
  case dental
  /// Dental claims of version 4010.
  case dental4010
  /// Medical claims.
  case professional
  /// Hospital claims.
  case institutional
  /// No claims at all, such as 835 payments.
  case transaction(String)
  /// A claim transaction that does not name its guide.
  case unknown

  /// Reads the name of a guide, such as `005010X224A2`.
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

  /// Whether its claims are read; those of an unknown guide show by their service lines what they are.
  var isRead: Bool {
    switch self {
    case .dental, .dental4010, .unknown: true
    case .professional, .institutional, .transaction: false
    }
  }
}
