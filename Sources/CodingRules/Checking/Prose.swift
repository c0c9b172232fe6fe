import StrictJSON

extension Check {
  /// Every code mentioned in a text is in the book or in a family.
  static let codesInTexts = Check { book in
    let known = book.knownCodes
    return book.allTexts { text in
      codes(in: text).first { !known.contains($0) }.map { "codes.json has no code \($0)" }
    }
  }

  /// Returns the words of a text that have the form of a code.
  static func codes(in text: String) -> [String] {
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    return words.filter(CodeRange.isCode)
  }
}

/// The known single codes and ranges.
struct KnownCodes {
  let codes: Set<String>
  let ranges: [CodeRange]

  func contains(_ code: String) -> Bool { codes.contains(code) || ranges.contains { $0.contains(code) } }
}

extension RuleBook {
  var knownCodes: KnownCodes {
    KnownCodes(codes: Set(codes.map(\.id)), ranges: families.map(\.codes))
  }

  /// Returns the faults in the rules' own texts, which exclude source titles and office sentences.
  func allTexts(_ fault: (String) -> Finding.Problem?) -> [Finding] {
    parts.read { reader in
      reader.documents.flatMap { document in
        document.texts.compactMap { text in fault(text.text).map { text.finding($0) } }
      }
    }
  }
}

extension Written {
  /// The strings in the value, in order; of objects only the values.
  var texts: [Written] {
    var found: [Written] = []
    var open = [value]
    while let value = open.popLast() {
      if value.kind == .string { found.append(Written(value: value, file: file)) }
      open += (value.elements ?? value.members?.map(\.value) ?? []).reversed()
    }
    return found
  }
}
