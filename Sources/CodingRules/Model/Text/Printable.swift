import StrictJSON

/// The beginning of a text that somebody wrote, control characters made visible, fit for a sentence about it.
package func excerpt(_ text: String) -> String { printable(beginning(of: text)) }

/// The text with every control character made visible, fit for a terminal.
package func printable(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if scalar.isControl || scalar.isBidirectionalControl {
      shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Whether a spreadsheet that opens a file with the text as a cell computes something.
package func isFormula(_ text: String) -> Bool {
  switch text.utf8.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): Int(text) == nil
  default: false
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may take the scalar for a command.
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Whether the scalar changes the direction in which the following ones are shown.
  package var isBidirectionalControl: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
