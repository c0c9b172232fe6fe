import StrictJSON

/// Some of the first rows of an input, as texts.
package struct RowSample: Sendable {
  /// A value and the name of its column.
  package struct Value: Equatable, Sendable {
    package let name: String
    /// Empty where there is none; of a container its JSON.
    package let text: String

    /// Creates a value.
    package init(name: String, text: String) { (self.name, self.text) = (name, text) }
  }

  /// The well-formed rows, in order.
  package var rows: [[Value]] = []

  /// Creates an empty sample.
  package init() {}

  /// The names of the columns, in the order of their first value.
  package var names: [String] {
    var seen: Set<String> = []
    return rows.flatMap { $0 }.map(\.name).filter { seen.insert($0).inserted }
  }

  /// The texts of a column that are not empty.
  package func texts(of name: String) -> [String] {
    rows.flatMap { $0 }.filter { $0.name == name && !$0.text.isEmpty }.map(\.text)
  }
}

extension RowSource {
  /// Whether there is nothing to read; all rows stay.
  package func isEmpty() throws(Failure) -> Bool {
    var chunk = PaddedBytes()
    guard let content = try next(&chunk) else { return true }
    if content == .tooLong { tooLongFirst += 1 }
    first.append(chunk, from: 0, to: chunk.count)
    return false
  }

  /// Looks at the first rows after the header, as far as they are wanted; all rows stay.
  ///
  /// - Parameter header: The header of a delimited file; nil for JSON Lines.
  /// - Parameter max: How many rows are wanted.
  /// - Parameter waits: Whether rows after the first may be waited for; else no other row is looked at, so that the
  ///   result does not depend on how many there already are.
  package func sample(
    after header: DelimitedHeader?, max: Int, waits: Bool = true
  ) throws(Failure) -> RowSample {
    guard let header else { return try sample(JSONLinesReader(known: []) { _ in -1 }, max, waits) }
    let columns = header.names.map { RowColumn(name: $0, meaning: -1) }
    let reader = DelimitedReader(columns: columns, format: format, lineBreak: header.lineBreak)
    return try sample(reader, max, waits)
  }

  private func sample<Reader: RowReader & ~Copyable>(
    _ reader: consuming Reader, _ max: Int, _ waits: Bool
  ) throws(Failure) -> RowSample {
    var sample = RowSample()
    var chunk = PaddedBytes()
    var more = PaddedBytes()
    var offset = 0
    var tooLong = 0
    var goesOn = true
    while goesOn, chunk.count < RowLimits.maxRow, let content = try next(&more) {
      if content == .tooLong {
        if waits, chunk.count == 0 {
          tooLong += 1
          continue
        }
        isTooLong = true
        break
      }
      if chunk.count == 0 { swap(&chunk, &more) } else { chunk.append(more, from: 0, to: more.count) }
      chunk.terminate()
      while goesOn, offset < chunk.count {
        reader.read(chunk, at: offset)
        offset = reader.row.next
        goesOn = waits
        guard reader.fault == nil, !reader.row.isBlank else { continue }
        sample.rows.append(values(reader, chunk))
        goesOn = waits && sample.rows.count < max
      }
    }
    swap(&first, &chunk)
    tooLongFirst = tooLong
    return sample
  }

  /// A longer value is neither an answer nor a date, so that nothing can be learned from it.
  private static var maxText: Int { 1 << 12 }

  private func values<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> [RowSample.Value] {
    var values: [RowSample.Value] = []
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      values.append(
        .init(
          name: reader.columns[Int(cell.column)].name,
          text: cell.end - cell.start > Self.maxText ? "" : cell.text(in: bytes)))
    }
    return values
  }
}
