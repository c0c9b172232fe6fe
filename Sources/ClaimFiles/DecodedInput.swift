/// An input transcoded to UTF-8.
package final class DecodedInput {
  private let read: RowSource.Read
  private var decoder: TextDecoder?
  /// Bytes read but not yet decoded or returned.
  private var raw: ArraySlice<UInt8> = []
  /// Text decoded but not yet returned.
  private var text: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// Reads the first bytes, by default enough to detect a byte order mark or a workbook, which is refused.
  ///
  /// - Parameter encoding: The encoding; nil for UTF-8, or UTF-16 if there is a byte order mark.
  package init(
    _ encoding: TextEncoding?, peeking count: Int = 4, read: @escaping RowSource.Read
  ) throws(InputError) {
    self.read = read
    while raw.count < count, try fill() {}
    if Self.workbooks.contains(where: raw.starts) { throw .workbook }
    let (isBig, isLittle) = (raw.starts(with: [0xFE, 0xFF]), raw.starts(with: [0xFF, 0xFE]))
    switch encoding {
    case .windows1252: decoder = .windows1252
    case .utf16: decoder = .utf16(isBigEndian: isBig, rest: [])
    case nil where isBig || isLittle: decoder = .utf16(isBigEndian: isBig, rest: [])
    case .utf8, nil: break
    }
    if case .utf16 = decoder, isBig || isLittle { raw.removeFirst(2) }
  }

  /// The first bytes as UTF-8, until more are read.
  package var head: [UInt8] {
    var decoder = decoder
    return decoder?.decode(raw, isLast: isAtEnd) ?? Array(raw)
  }

  /// The signatures of workbooks: a ZIP archive, or a compound file of older programs.
  private static var workbooks: [[UInt8]] { [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]] }

  /// Reads UTF-8 into a buffer; returns the number of bytes, 0 at the end of the input.
  package func read(into span: inout MutableRawSpan) throws(InputError) -> Int {
    guard var decoder else { return raw.isEmpty ? try read(&span) : Self.take(&raw, &span) }
    while text.isEmpty {
      if raw.isEmpty, !isAtEnd { _ = try fill() }
      text = decoder.decode(raw, isLast: isAtEnd)[...]
      self.decoder = decoder
      raw = []
      if isAtEnd, text.isEmpty { return 0 }
    }
    return Self.take(&text, &span)
  }

  /// Reads more; returns false at the end of the input.
  private func fill() throws(InputError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    var elements = buffer.mutableSpan
    var span = unsafe elements.mutableBytes
    let count = try read(&span)
    raw += buffer[..<count]
    if count == 0 { isAtEnd = true }
    return count > 0
  }

  /// Moves as many bytes as fit into a buffer; returns the count.
  private static func take(_ bytes: inout ArraySlice<UInt8>, _ span: inout MutableRawSpan) -> Int {
    let piece = bytes.prefix(span.byteCount)
    unsafe span.withUnsafeMutableBytes { unsafe $0.copyBytes(from: piece) }
    bytes.removeFirst(piece.count)
    return piece.count
  }
}

extension RowSource {
  /// Creates a source of the rows of a text.
  ///
  /// - Parameter encoding: The encoding; nil for UTF-8, or UTF-16 if there is a byte order mark.
  package convenience init(
    _ format: RowFormat, _ encoding: TextEncoding?, readSize: Int, read: @escaping Read
  ) throws(InputError) {
    self.init(format, readSize: readSize, read: try DecodedInput(encoding, read: read).read(into:))
  }
}
