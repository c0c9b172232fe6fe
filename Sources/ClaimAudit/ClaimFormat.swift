package import ClaimFiles

/// How a file of claims is written.
package enum ClaimFormat: Hashable, Sendable {
  /// X12 837D.
  case x12
  /// A table.
  case rows(RowFormat)
  /// A workbook, whose cells are compressed.
  case workbook
  /// A table in UTF-16.
  case utf16

  /// The names by which people choose it.
  package static let names = RowFormat.allCases.map(\.rawValue) + ["837d"]

  /// The format of a name; nil when there is none.
  package init?(named name: String) {
    guard name != "837d" else {
      self = .x12
      return
    }
    guard let format = RowFormat(rawValue: name) else { return nil }
    self = .rows(format)
  }

  /// What a file most likely is, by its first bytes and the ending of its name.
  package init(_ head: some Collection<UInt8>, path: String) {
    let text = String(decoding: head.prefix(1 << 12), as: UTF8.self).drop {
      $0 == "\u{FEFF}" || $0.isWhitespace
    }
    let byName = RowFormat(path: path)
    switch head.first {
    case 0x50 where text.hasPrefix("PK\u{3}\u{4}"): self = .workbook
    case 0xFE, 0xFF: self = byName == nil ? .x12 : .utf16
    case _ where text.hasPrefix("ISA") && text.dropFirst(3).first?.isLetter == false: self = .x12
    default: self = byName.map(ClaimFormat.rows) ?? Self.guess(text.prefix { !$0.isNewline })
    }
  }

  /// What a file without a telling name most likely is, by its first line.
  private static func guess(_ line: Substring) -> ClaimFormat {
    if line.hasPrefix("{") { return .rows(.jsonl) }
    if line.contains("*") || line.contains("~") { return .x12 }
    return line.contains("\t") ? .rows(.tsv) : line.contains(",") ? .rows(.csv) : .x12
  }
}

/// An input whose first bytes were looked at.
package struct LookedAt<Failure: Error> {
  /// The first bytes, some thousand at most.
  package private(set) var head: [UInt8] = []
  /// Reads on, the first bytes first.
  package let read: RowSource<Failure>.Read

  /// Reads the first bytes of an input.
  package init(_ read: @escaping RowSource<Failure>.Read) throws(Failure) {
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while head.count < buffer.count {
      var elements = buffer.mutableSpan
      var span = unsafe elements.mutableBytes
      let count = try read(&span)
      if count == 0 { break }
      head += buffer[..<count]
    }
    self.head = head
    var rest = head[...]
    self.read = { span throws(Failure) in
      if rest.isEmpty { return try read(&span) }
      let count = min(rest.count, span.byteCount)
      unsafe span.withUnsafeMutableBytes { unsafe $0.copyBytes(from: rest.prefix(count)) }
      rest = rest.dropFirst(count)
      return count
    }
  }
}
