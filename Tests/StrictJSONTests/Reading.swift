import StrictJSON
import Testing

/// Why a text is refused; nil when it is read.
func refusal(
  of bytes: some Collection<UInt8>, repeatedKeys: JSONDocument.RepeatedKeys = .refused
) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONDocument(bytes, repeatedKeys: repeatedKeys)
    return nil
  } catch {
    return error
  }
}

/// The one value of a text that is JSON.
func read(_ text: String, repeatedKeys: JSONDocument.RepeatedKeys = .refused) throws -> JSONValue {
  try JSONDocument(text.utf8, repeatedKeys: repeatedKeys).root
}

/// Expects that a text, less the mark `▸` before one of its bytes or its end, is refused at that offset.
func expectRefusal(_ text: String, _ kind: JSONError.Kind, at source: SourceLocation = #_sourceLocation) {
  let halves = text.split(separator: "▸", omittingEmptySubsequences: false).map { Array($0.utf8) }
  let error = refusal(of: Array(halves.joined()))
  #expect(halves.count == 2)
  #expect(error == JSONError(kind, at: halves[0].count), "\(text.debugDescription)", sourceLocation: source)
}

extension JSONValue {
  /// The value as a person would write it down on one line: no blanks, escapes resolved, numbers as they stand.
  var outline: String {
    if let elements { return "[" + elements.map(\.outline).joined(separator: ",") + "]" }
    if let members {
      return "{" + members.map { "\($0.key):\($0.value.outline)" }.joined(separator: ",") + "}"
    }
    return string.map { "'\($0)'" } ?? String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The text as numbers, for which letters that only look alike differ.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}
