import ClaimFiles
import CodingRules
import StrictJSON

/// An error in a profile file.
package struct ProfileError: Error, Equatable {
  /// The position in the file.
  let position: TextPosition
  /// The reason.
  let reason: String

  /// The error as the rest of a message that begins with the file name.
  package var sentence: String { ":\(position.line):\(position.column): \(reason)" }
}

extension BatchProfile {
  /// Reads a profile file.
  package init(_ file: [UInt8]) throws(ProfileError) {
    do throws(JSONError) {
      let document = try JSONDocument(file)
      self = try ProfileReader(file: file).profile(document.root)
    } catch {
      throw ProfileError(position: TextPosition(of: error.offset, in: file), reason: "\(error)")
    }
  }
}

/// Reads the members of a profile by key.
private struct ProfileReader {
  let file: [UInt8]

  private typealias Take = @Sendable (ProfileReader, JSONValue, inout BatchProfile) throws(JSONError) -> Void

  /// The readers of all keys; keys without one are documentation only.
  private static let keys: [(name: String, take: Take?)] = [
    ("format", { reader, value, _ throws(JSONError) in try reader.checkFormat(value) }),
    ("title", nil), ("source", nil),
    ("map", { reader, value, profile throws(JSONError) in profile.map = try reader.pairs(value) }),
    ("set", { reader, value, profile throws(JSONError) in profile.set = try reader.pairs(value) }),
    ("ignore", { reader, value, profile throws(JSONError) in profile.ignore = try reader.texts(value) }),
    ("text", { reader, value, profile throws(JSONError) in profile.text = try reader.text(value) }),
    ("billed", { reader, value, profile throws(JSONError) in profile.billed = try reader.text(value) }),
    ("visitBy", { reader, value, profile throws(JSONError) in profile.visitBy = try reader.texts(value) }),
    (
      "sorted",
      { reader, value, profile throws(JSONError) in
        guard let isSorted = value.boolean else { throw reader.expected("true or false", value) }
        profile.isSorted = isSorted
      }
    ),
    (
      "encoding",
      { reader, value, profile throws(JSONError) in
        profile.encoding = TextEncoding(rawValue: try reader.text(value))
        let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        if profile.encoding == nil { throw reader.expected("one of \(names)", value) }
      }
    ),
  ]

  func profile(_ root: JSONValue) throws(JSONError) -> BatchProfile {
    var profile = BatchProfile()
    for member in try members(root) {
      guard let key = Self.keys.first(where: { $0.name == member.key }) else {
        throw expected("one of the keys \(Self.keys.map(\.name).joined(separator: ", "))", member.name)
      }
      try key.take?(self, member.value, &profile)
    }
    return profile
  }

  private func checkFormat(_ value: JSONValue) throws(JSONError) {
    if value.integer != 1 { throw expected("1", value) }
  }

  /// Reads the pairs of an object whose values are strings or arrays of strings.
  private func pairs(_ value: JSONValue) throws(JSONError) -> [BatchProfile.Pair] {
    var pairs: [BatchProfile.Pair] = []
    for member in try members(value) {
      for text in try texts(member.value) { pairs.append(.init(name: member.key, value: text)) }
    }
    return pairs
  }

  private func members(_ value: JSONValue) throws(JSONError) -> [JSONValue.Member] {
    guard let members = value.members else { throw expected("an object", value) }
    return members
  }

  /// Reads a string or an array of strings.
  private func texts(_ value: JSONValue) throws(JSONError) -> [String] {
    guard let elements = value.elements else { return [try text(value)] }
    var texts: [String] = []
    for element in elements { texts.append(try text(element)) }
    return texts
  }

  private func text(_ value: JSONValue) throws(JSONError) -> String {
    guard let text = value.string else { throw expected("a text", value) }
    return text
  }

  private func expected(_ what: String, _ value: JSONValue) -> JSONError {
    JSONError(.unexpected(expected: what), at: value.offset)
  }
}
