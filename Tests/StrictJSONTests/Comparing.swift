import Foundation
import StrictJSON

extension JSONValue {
  /// Whether the parsed value equals a written one, including the order of keys.
  func says(_ written: JSON) -> Bool {
    switch written {
    case .null: kind == .null
    case .boolean(let value): boolean == value
    case .integer(let value): integer == value
    case .string(let text): string?.scalarValues == text.scalarValues
    case .encoded(let value): bytes == value
    case .array(let values):
      elements?.count == values.count && zip(elements ?? [], values).allSatisfy { $0.says($1) }
    case .object(let pairs):
      members?.count == pairs.count
        && zip(members ?? [], pairs).allSatisfy { member, pair in
          member.key.scalarValues == pair.key.scalarValues && member.value.says(pair.value)
        }
    }
  }

  /// Whether Foundation parsed the same value, except that it rejects very large exponents and
  /// drops U+FEFF at the beginning of a run of characters.
  func agrees(with object: Any?) -> Bool {
    guard let object else { return zip(bytes, bytes.dropFirst()).contains(where: isExponent) }
    return says(object) || bytes.contains("\u{FEFF}".utf8)
  }

  private func isExponent(_ digit: UInt8, _ letter: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit && letter | 0x20 == UInt8(ascii: "e")
  }

  /// Whether it is the same value; only numbers that are representable integers are compared.
  private func says(_ object: Any) -> Bool {
    switch kind {
    case .null: object is NSNull
    case .boolean: (object as? NSNumber)?.boolValue == boolean
    case .number: object is NSNumber && (integer == nil || (object as? NSNumber)?.intValue == integer)
    case .string: (object as? String)?.scalarValues == string?.scalarValues
    case .array: (object as? [Any]).map(says(array:)) ?? false
    case .object: (object as? [String: Any]).map(says(dictionary:)) ?? false
    }
  }

  private func says(array: [Any]) -> Bool {
    guard let elements, elements.count == array.count else { return false }
    return zip(elements, array).allSatisfy { $0.says($1) }
  }

  /// Foundation keeps one of several keys that are equal as `String`.
  private func says(dictionary: [String: Any]) -> Bool {
    guard let members, Set(members.map(\.key)).count == dictionary.count else { return false }
    guard members.count == dictionary.count else { return true }
    return members.allSatisfy { member in dictionary[member.key].map(member.value.says) ?? false }
  }
}

extension JSONError {
  /// Whether Foundation is known to accept text with this error.
  func isAcceptedByFoundation(in bytes: [UInt8]) -> Bool {
    switch kind {
    case .trailingComma, .byteOrderMark, .repeatedKey: true
    default: bytes.prefix(4).contains(0)
    }
  }
}
