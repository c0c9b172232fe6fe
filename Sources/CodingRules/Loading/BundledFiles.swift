import EmbeddedFiles
package import StrictJSON

/// A value that is always there, for a reason.
func known<Value>(_ value: Value?, _ reason: StaticString) -> Value {
  guard let value else { preconditionFailure("\(reason)") }
  return value
}

/// The files below `rules` that are part of the program.
package enum BundledFiles {
  /// The paths in a folder, without it, sorted.
  ///
  /// - Parameter folder: The folder with a slash at its end.
  package static func paths(in folder: String) -> [String] {
    (0..<embedded_file_count()).map { unsafe String(cString: embedded_file_at($0).path) }
      .filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted()
  }

  /// A file, which was checked before it became a part of the program; nil when there is none with this path.
  package static func document(_ path: String) -> JSONDocument? {
    let file = unsafe embedded_file_named(path)
    return unsafe memory(of: file).map { unsafe JSONDocument(unchecked: $0, nodes: file.nodes) }
  }

  /// A copy of the bytes of a file; nil when there is none with this path.
  package static func bytes(of path: String) -> [UInt8]? {
    unsafe memory(of: embedded_file_named(path)).map(Array.init)
  }

  private static func memory(of file: embedded_file) -> UnsafeBufferPointer<UInt8>? {
    unsafe file.bytes.map { unsafe UnsafeBufferPointer(start: $0, count: file.length) }
  }
}
