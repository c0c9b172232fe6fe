import ClaimFiles
import CodingRules
import StrictJSON

/// The members of a row that describe a visit, as they stand: what `case` reads as a document, without its date.
struct VisitMembers {
  /// The member that makes a row a visit.
  static let services = "services"
  private static let facts = "facts"
  private static let names = [services, facts, "surgery"]

  private var members: [(name: String, cell: Cell)] = []

  /// Takes the members from a row; nil when it has no services.
  init?<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ options: BatchOptions, _ bytes: UnsafePointer<UInt8>
  ) {
    let number = options.servicesNumber
    guard reader.values.contains(where: { Int($0.meaning) == number && !$0.saysNothing(bytes) }) else {
      return nil
    }
    for cell in reader.values where cell.meaning < 0 || Int(cell.meaning) == number {
      let name = nameKey(reader.columns[Int(cell.column)].name)
      if Self.names.contains(name), !cell.saysNothing(bytes) { members.append((name, cell)) }
    }
  }

  /// The visit, its date and perhaps facts told by other members of the row.
  func visit(beside row: RowFacts, _ bytes: UnsafePointer<UInt8>) throws(RowProblem) -> Visit {
    let (facts, day) = (try facts(beside: row), try row.day())
    do throws(UnusableVisit) {
      return try row.options.book.visit(document(facts, bytes), today: day)
    } catch {
      throw RowProblem(error)
    }
  }

  /// The facts of the visit that stand in the row like the answers of other rows.
  private func facts(beside row: RowFacts) throws(RowProblem) -> Answers {
    if row.namesTopic { throw RowProblem("'topic' stands beside 'services'; each service names its own") }
    let known = row.options.book.visitFacts.map(\.field)
    for field in row.fields {
      guard known.contains(field) else {
        throw RowProblem(
          "'\(field)' stands beside 'services'; put it into the answers of its service, or rename it")
      }
      if members.contains(where: { $0.name == Self.facts }) {
        throw RowProblem("'\(field)' stands beside 'facts'; put it there")
      }
    }
    let words = try row.words(for: known)
    do throws(UnknownAnswer) {
      return try row.options.book.facts(for: words)
    } catch {
      throw RowProblem(error)
    }
  }

  /// The document as `case` takes it.
  private func document(_ facts: Answers, _ bytes: UnsafePointer<UInt8>) -> [UInt8] {
    var sink = ByteSink(capacity: 1 << 10)
    for member in members {
      sink.append((sink.count == 0 ? "{\"\(member.name)\":" : ",\"\(member.name)\":").utf8)
      sink.append(member.cell, of: bytes, isJSON: true)
    }
    if !facts.fields.isEmpty {
      sink.append(",\"\(Self.facts)\":".utf8)
      sink.append(facts.json.bytes(.compact))
    }
    sink.append(UInt8(ascii: "}"))
    return Array(sink.bytes)
  }
}

extension Cell {
  /// Whether it is empty, or a list without elements.
  fileprivate func saysNothing(_ bytes: UnsafePointer<UInt8>) -> Bool {
    guard form == .container, bytes[start] == UInt8(ascii: "[") else { return isEmpty }
    return span(bytes).dropFirst().dropLast().allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
