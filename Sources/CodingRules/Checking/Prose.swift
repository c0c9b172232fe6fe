import StrictJSON

extension Check {
  /// Every code named in a text is in the book, in a family, or in a device's range.
  static let codesInTexts = Check { book in
    let known = book.knownCodes
    return book.allTexts { text in
      codes(in: text).first { !known.contains($0) }.map { .codeUnknown($0) }
    }
  }

  /// The words of a text that have the form of a code.
  static func codes(in text: String) -> [String] {
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    return words.filter(CodeRange.isCode)
  }
}

/// Codes known one by one, and ranges known as a whole.
struct KnownCodes {
  let codes: Set<String>
  let ranges: [CodeRange]

  func contains(_ code: String) -> Bool { codes.contains(code) || ranges.contains { $0.contains(code) } }
}

extension RuleBook {
  var knownCodes: KnownCodes {
    KnownCodes(codes: Set(codes.map(\.id)), ranges: families.map(\.codes))
  }

  /// What is wrong with the texts of the rules, except titles of documents and office sentences.
  func allTexts(_ fault: (String) -> Finding.Kind?) -> [Finding] {
    parts.read { reader in
      reader.documents.flatMap { document in
        document.texts.compactMap { text in fault(text.text).map { text.finding($0) } }
      }
    }
  }
}

extension Written {
  /// The strings in the value, in order; an object's values but not its keys, and no addresses.
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
