package import ClaimFiles

/// The format of a claim file.
package enum ClaimFormat: Hashable, Sendable {
  /// X12 837D.
  case x12
  /// A table.
  case rows(RowFormat)

  /// The names on the command line.
  package static let names = RowFormat.allCases.map(\.rawValue) + ["837d"]

  /// The format with a name.
  package init?(named name: String) {
    guard name != "837d" else {
      self = .x12
      return
    }
    guard let format = RowFormat(rawValue: name) else { return nil }
    self = .rows(format)
  }

  /// Guesses the format from the first bytes and the file name extension.
  package init(_ head: some Collection<UInt8>, path: String) {
    let text = String(decoding: head.prefix(1 << 12), as: UTF8.self).drop {
      $0 == "\u{FEFF}" || $0.isWhitespace
    }
    let isInterchange = text.hasPrefix("ISA") && text.dropFirst(3).first?.isLetter == false
    self =
      isInterchange
      ? .x12 : (try? RowFormat(path: path)).map(ClaimFormat.rows) ?? Self.guess(text.prefix { !$0.isNewline })
  }

  /// Guesses the format from the first line, for a file without a known extension.
  private static func guess(_ line: Substring) -> ClaimFormat {
    if line.hasPrefix("{") { return .rows(.jsonl) }
    if line.contains("*") || line.contains("~") { return .x12 }
    return line.contains("\t") ? .rows(.tsv) : line.contains(",") ? .rows(.csv) : .x12
  }
}
