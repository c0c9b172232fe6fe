package import ClaimFiles

/// The mapping of table columns to batch input, from flags or a profile file.
package struct BatchProfile: Equatable, Sendable {
  /// A name and a value.
  package struct Pair: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  /// The columns of fields, `date`, and `topic`; a field may have several.
  package var map: [Pair] = []
  /// Default answers by field.
  package var set: [Pair] = []
  /// The columns to pass through without interpretation.
  package var ignore: [String] = []
  /// The column with a free-text description of the work.
  package var text: String?
  /// The column with the billed codes.
  package var billed: String?
  /// The columns that, with the date of service, group rows into visits; empty for no grouping.
  package var visitBy: [String] = []
  /// Whether the rows of a visit are consecutive.
  package var isSorted = false
  /// The encoding of the file; nil to detect it.
  package var encoding: TextEncoding?

  /// Creates an empty profile.
  package init() {}

  /// Merges in another profile, which takes precedence.
  package func overridden(by other: BatchProfile) -> BatchProfile {
    var both = self
    both.map.removeAll { pair in other.map.contains { $0.name == pair.name } }
    both.set.removeAll { pair in other.set.contains { $0.name == pair.name } }
    both.map += other.map
    both.set += other.set
    both.ignore += other.ignore
    (both.text, both.billed) = (other.text ?? text, other.billed ?? billed)
    if !other.visitBy.isEmpty { both.visitBy = other.visitBy }
    both.isSorted = other.isSorted || isSorted
    both.encoding = other.encoding ?? encoding
    return both
  }

  /// The columns of the date of service.
  package var dateColumns: [String] { map.filter { $0.name == "date" }.map(\.value) }

  /// The columns with a meaning, each with the flag that assigns it.
  var assigned: [(column: String, flag: String)] {
    map.map { ($0.value, "--map") }
      + [(text, "--text"), (billed, "--billed")].compactMap { column, flag in
        column.map { ($0, flag) }
      }
  }

  /// The columns the file must have.
  var required: [(column: String, flag: String)] { assigned + visitBy.map { ($0, "--visit-by") } }
}
