import StrictJSON

/// Returns the start of user-supplied text with control characters escaped, for use in a message.
package func excerpt(_ text: String) -> String { printable(beginning(of: text)) }

/// Returns the text with control characters escaped, safe for a terminal.
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

/// Whether a spreadsheet would evaluate the text as a formula.
package func isFormula(_ text: String) -> Bool {
  switch text.utf8.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): Int(text) == nil
  default: false
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may interpret the scalar as a command.
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Whether the scalar changes the display direction of the text after it.
  package var isBidirectionalControl: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
