import StrictJSON
import Testing

/// The error for a text; nil if it is accepted.
func parseError(
  of bytes: some Collection<UInt8>, repeatedKeys: JSONDocument.RepeatedKeys = .rejected
) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONDocument(bytes, repeatedKeys: repeatedKeys)
    return nil
  } catch {
    return error
  }
}

/// Parses a valid text.
func read(_ text: String, repeatedKeys: JSONDocument.RepeatedKeys = .rejected) throws -> JSONValue {
  try JSONDocument(text.utf8, repeatedKeys: repeatedKeys).root
}

/// Expects that a text without its marker `▸` is rejected at the offset of the marker.
func expectError(_ text: String, _ kind: JSONError.Kind, at source: SourceLocation = #_sourceLocation) {
  let halves = text.split(separator: "▸", omittingEmptySubsequences: false).map { Array($0.utf8) }
  let error = parseError(of: Array(halves.joined()))
  #expect(halves.count == 2)
  #expect(error == JSONError(kind, at: halves[0].count), "\(text.debugDescription)", sourceLocation: source)
}

extension JSONValue {
  /// The value on one line, without spaces, with decoded escapes and unchanged numbers.
  var outline: String {
    if let elements { return "[" + elements.map(\.outline).joined(separator: ",") + "]" }
    if let members {
      return "{" + members.map { "\($0.key):\($0.value.outline)" }.joined(separator: ",") + "}"
    }
    return string.map { "'\($0)'" } ?? String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The Unicode scalar values, which differ for characters that only look alike.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}
