package import ClaimFiles

/// How the columns of a table become what batch reads: what flags say, and what a profile file stores.
package struct BatchProfile: Equatable, Sendable {
  /// A name and what was given for it.
  package struct Pair: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  /// The columns of fields, of `date` and of `topic`; a field may have several.
  package var map: [Pair] = []
  /// The answers of rows that give none, by field.
  package var set: [Pair] = []
  /// The columns that are nothing but passed through.
  package var ignore: [String] = []
  /// The column of what was done in somebody's own words.
  package var text: String?
  /// The column of the codes that were billed.
  package var billed: String?
  /// The columns by which rows are one visit, together with the date of service; none when each row is one.
  package var visitBy: [String] = []
  /// Whether the rows of a visit follow each other.
  package var isSorted = false
  /// How the file is written; nil when its first bytes show it.
  package var encoding: TextEncoding?

  /// Creates a profile that says nothing.
  package init() {}

  /// The same profile where another one, which comes first, is silent.
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

  /// The columns that mean something, each with the flag that names it.
  var meant: [(column: String, flag: String)] {
    map.map { ($0.value, "--map") }
      + [(text, "--text"), (billed, "--billed")].compactMap { column, flag in
        column.map { ($0, flag) }
      }
  }

  /// The columns that the file must have.
  var wanted: [(column: String, flag: String)] { meant + visitBy.map { ($0, "--visit-by") } }
}
