public import StrictJSON

/// The reason why a row is malformed.
@usableFromInline package enum RowFault: Error, Equatable, Sendable {
  /// The line is not strict JSON; the column is in Unicode scalars, from 1.
  case notJSON(JSONError.Kind, column: Int)
  /// The line is a JSON value other than an object.
  case notAnObject
  /// The row has more or fewer cells than the header row.
  case cellCount(found: Int, expected: Int)
  /// A quote inside a cell, or text after a closing quote; columns count from 0.
  case strayQuote(column: Int)
  /// An unclosed quote; columns count from 0.
  case unclosedQuote(column: Int)
  /// The row is not UTF-8, but the output must be.
  case notUTF8
  /// The row exceeds the maximum length.
  case tooLong
  /// The row has too many columns or keys, or their names are too long.
  case tooWide
}

extension RowFault {
  /// The fault as a sentence.
  package var sentence: String {
    switch self {
    case .notJSON(let kind, let column): "column \(column): \(JSONError(kind, at: 0))"
    case .notAnObject: "expected an object"
    case .cellCount(let found, let expected):
      "\(found) cell\(found == 1 ? "" : "s"), but the first row has \(expected) name\(expected == 1 ? "" : "s")"
    case .strayQuote(let column):
      "stray quote in cell \(column + 1); write \"\" inside a quoted cell"
    case .unclosedQuote(let column): "the quote that opens cell \(column + 1) is never closed"
    case .notUTF8: "not UTF-8; if a Windows program wrote the file, add --encoding windows-1252"
    case .tooLong: "a row of more than \(RowLimits.maxRow >> 20) MiB is not read"
    case .tooWide:
      "a row of more than \(Row.maxColumns) columns, or \(Row.maxNameBytes >> 10) KiB of names, is not read"
    }
  }

  /// The fault as a sentence that quotes nothing from the row.
  package var sentenceWithoutValues: String {
    if case .notJSON(.repeatedKey, let column) = self { return "column \(column): duplicate key" }
    return sentence
  }
}
