package import ClaimFiles
package import CodingRules
import StrictJSON

/// Audits a file of claims piece by piece.
package protocol ClaimFileAudit<Failure>: AnyObject {
  /// Why the file cannot be read.
  associatedtype Failure: Error

  /// The counts so far.
  var summary: AuditSummary { get }
  /// How many claims were read; nil when the file does not say where a claim ends.
  var claims: Int? { get }
  /// How many claims were not read, because they are not dental.
  var skippedClaims: Int { get }
  /// The columns that nothing was read from, by name.
  var unreadColumns: [String] { get }
  /// Whether the file says which lines belong together.
  var hasGroups: Bool { get }

  /// The findings that the next piece of the file completes; nil at its end.
  func next() throws(Failure) -> [AuditFinding]?
}

extension ClaimFileAudit {
  package var claims: Int? { nil }
  package var skippedClaims: Int { 0 }
  package var unreadColumns: [String] { [] }
  package var hasGroups: Bool { true }
}

/// Audits an X12 837D file piece by piece.
package final class DentalFileAudit<Failure: Error>: ClaimFileAudit {
  private var audit: DentalClaimAudit
  private let read: RowSource<Failure>.Read
  private var chunk = PaddedBytes(capacity: RowLimits.chunkSize)
  private var isEnded = false

  /// Creates an audit of a file that a function reads.
  package init(_ audit: CompiledAudit, order: Auditor.Order, read: @escaping RowSource<Failure>.Read) {
    self.audit = DentalClaimAudit(audit, order: order)
    self.read = read
  }

  package var summary: AuditSummary { audit.summary }
  package var claims: Int? { audit.claims }
  package var skippedClaims: Int { audit.skippedClaims }

  package func next() throws(Failure) -> [AuditFinding]? {
    if isEnded { return nil }
    chunk.truncate(to: 0)
    let count = try chunk.append(atMost: RowLimits.chunkSize, from: read)
    if count > 0 { return chunk.withBytes(from: 0, to: count) { audit.read($0) } }
    isEnded = true
    return audit.finish()
  }
}
