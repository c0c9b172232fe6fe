import EmbeddedFiles
package import StrictJSON

/// Unwraps a value that is never nil, for the given reason.
func known<Value>(_ value: Value?, _ reason: StaticString) -> Value {
  guard let value else { preconditionFailure("\(reason)") }
  return value
}

/// The files below `rules`, embedded in the program.
package enum BundledFiles {
  /// Returns the paths of the files in a folder, relative to it and sorted.
  ///
  /// - Parameter folder: The folder, with a trailing slash.
  package static func paths(in folder: String) -> [String] {
    (0..<embedded_file_count()).map { unsafe String(cString: embedded_file_at($0).path) }
      .filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted()
  }

  /// Returns a JSON file, which was validated when it was embedded; nil if there is none at the path.
  package static func document(_ path: String) -> JSONDocument? {
    let file = unsafe embedded_file_named(path)
    return unsafe memory(of: file).map { unsafe JSONDocument(unchecked: $0, nodes: file.nodes) }
  }

  /// Returns a copy of the bytes of a file; nil if there is none at the path.
  package static func bytes(of path: String) -> [UInt8]? {
    unsafe memory(of: embedded_file_named(path)).map(Array.init)
  }

  private static func memory(of file: embedded_file) -> UnsafeBufferPointer<UInt8>? {
    unsafe file.bytes.map { unsafe UnsafeBufferPointer(start: $0, count: file.length) }
  }
}
