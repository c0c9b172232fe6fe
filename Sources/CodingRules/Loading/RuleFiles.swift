import EmbeddedRules

/// The files of a rule book by their paths below its folder, as bytes.
struct RuleFiles {
  private var files: [String: [UInt8]] = [:]

  /// The paths, sorted.
  var paths: [String] { files.keys.sorted() }

  /// The bytes of a file; nil when there is none.
  subscript(path: String) -> [UInt8]? {
    get { files[path] }
    set { files[path] = newValue }
  }

  /// The standard book's files, which are part of the program.
  static var embedded: RuleFiles {
    var rules = RuleFiles()
    for index in 0..<embedded_rule_file_count() {
      let file = embedded_rule_file_at(index)
      rules[String(cString: file.path)] = Array(
        UnsafeBufferPointer(start: file.bytes, count: file.length))
    }
    return rules
  }
}
