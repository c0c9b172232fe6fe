import ClaimFiles
import CodingRules
import StrictJSON

/// The members of a row that describe a visit, as in a `visit` document without its date.
struct VisitRow {
  private let settings: BatchSettings
  private let row: Range<Int>
  let services: Cell
  let facts: Cell?
  let surgery: Cell?

  /// Reads the members of a row; nil if it has no services.
  init?<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ settings: BatchSettings, _ bytes: borrowing PaddedBytes
  ) throws(RowProblem) {
    guard let services = try Self.cell(settings.meanings.number(.services), of: reader, bytes) else {
      return nil
    }
    self.settings = settings
    self.services = services
    facts = try Self.cell(settings.meanings.number(.facts), of: reader, bytes)
    surgery = try Self.cell(settings.meanings.number(.surgery), of: reader, bytes)
    row = reader.row.start..<(reader.row.end + 1)
  }

  /// The only nonempty cell with a meaning.
  private static func cell<Reader: RowReader & ~Copyable>(
    _ number: Int, of reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) throws(RowProblem) -> Cell? {
    var found: Cell?
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      guard Int(cell.meaning) == number, !cell.isEmptyList(bytes) else { continue }
      if found != nil { throw .duplicateColumn(reader.columns[Int(cell.column)].name) }
      found = cell
    }
    return found
  }

  /// Parses the visit; its date, and possibly facts, come from other columns.
  func visit(_ words: RowWords, _ bytes: borrowing PaddedBytes) throws(RowProblem) -> Visit {
    let (named, day) = (try named(in: words), try words.day())
    let size = [services, facts, surgery].reduce(0) { $0 + ($1.map { $0.end - $0.start } ?? 0) }
    if size > Visit.maxDocumentSize { throw .unusableVisit(.tooLong) }
    let document = JSONDocument(unchecked: bytes, in: row).root
    func value(_ cell: Cell?) -> JSONValue? {
      cell.flatMap { document.member(containing: $0.start - row.lowerBound)?.value }
    }
    do throws(UnusableVisit) {
      var visit = try settings.book.visit(
        services: value(services), surgery: value(surgery), facts: value(facts), else: named, on: day,
        topics: settings.topics)
      visit.facts = visit.facts.completed(by: settings.constantFacts)
      return visit
    } catch {
      throw .unusableVisit(error)
    }
  }

  /// The visit facts given in columns of their own.
  private func named(in words: RowWords) throws(RowProblem) -> Answers {
    if words.namesTopic { throw .topicWithServices }
    guard !words.fields.isEmpty else { return [:] }
    let known = settings.book.visitFacts.map(\.field)
    for field in words.fields.map({ settings.meanings.fields[$0] }) {
      guard known.contains(field) else { throw .fieldWithServices(field) }
      if facts != nil { throw .fieldWithFacts(field) }
    }
    let named = try words.words { known.contains(settings.meanings.fields[$0]) }
    do throws(UnknownAnswer) {
      return try settings.book.facts(for: named)
    } catch {
      throw .unknownAnswer(error)
    }
  }
}

extension Cell {
  /// Whether it is empty or an empty array.
  fileprivate func isEmptyList(_ bytes: borrowing PaddedBytes) -> Bool {
    guard form == .container, bytes[start] == UInt8(ascii: "[") else { return isEmpty }
    for offset in (start + 1)..<(end - 1) where ![0x20, 0x09, 0x0D].contains(bytes[offset]) { return false }
    return true
  }
}
