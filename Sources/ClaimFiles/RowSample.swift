import StrictJSON

/// A sample of the first rows of an input, as text.
package struct RowSample: Sendable {
  /// A value with the name of its column.
  package struct Value: Equatable, Sendable {
    package let name: String
    /// JSON for a container; empty if there is no value.
    package let text: String

    /// Creates a value.
    package init(name: String, text: String) { (self.name, self.text) = (name, text) }
  }

  /// The well-formed rows, in order.
  package var rows: [[Value]] = []

  /// Creates an empty sample.
  package init() {}

  /// The names of the columns, in order of first appearance.
  package var names: [String] {
    var seen: Set<String> = []
    return rows.flatMap { $0 }.map(\.name).filter { seen.insert($0).inserted }
  }

  /// The nonempty texts of a column.
  package func texts(of name: String) -> [String] {
    rows.flatMap { $0 }.filter { $0.name == name && !$0.text.isEmpty }.map(\.text)
  }
}

extension RowSource {
  /// Whether the input is empty; consumes no rows.
  package func isEmpty() throws(InputError) -> Bool {
    var chunk = PaddedBytes()
    guard let content = try next(&chunk) else { return true }
    if content == .tooLong { peekedTooLong += 1 }
    peeked.append(chunk, from: 0, to: chunk.count)
    return false
  }

  /// Peeks at the first rows after the header; consumes no rows.
  ///
  /// - Parameter header: The header of a delimited file; nil for JSON Lines.
  /// - Parameter max: The maximum number of rows.
  /// - Parameter waits: Whether to wait for rows after the first; otherwise only the first row is
  ///   examined, so that the result does not depend on how many have arrived.
  package func sample(
    after header: DelimitedHeader?, max: Int, waits: Bool = true
  ) throws(InputError) -> RowSample {
    guard let header else { return try sample(JSONLinesReader(known: []) { _ in -1 }, max, waits) }
    let columns = header.names.map { RowColumn(name: $0, meaning: -1) }
    let reader = DelimitedReader(columns: columns, format: format, lineBreak: header.lineBreak)
    return try sample(reader, max, waits)
  }

  private func sample<Reader: RowReader & ~Copyable>(
    _ reader: consuming Reader, _ max: Int, _ waits: Bool
  ) throws(InputError) -> RowSample {
    var sample = RowSample()
    var chunk = PaddedBytes()
    var more = PaddedBytes()
    var offset = 0
    var tooLong = 0
    var wantsMore = true
    while wantsMore, chunk.count < RowLimits.maxRow, let content = try next(&more) {
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
      while wantsMore, offset < chunk.count {
        reader.read(chunk, at: offset)
        offset = reader.row.next
        wantsMore = waits
        guard reader.fault == nil, !reader.row.isBlank else { continue }
        sample.rows.append(values(reader, chunk))
        wantsMore = waits && sample.rows.count < max
      }
    }
    swap(&peeked, &chunk)
    peekedTooLong = tooLong
    return sample
  }

  /// The maximum length of a value; longer ones are neither answers nor dates.
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
