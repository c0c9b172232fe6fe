import CodingRules

extension BatchProfile {
  private static var folder: String { "profiles/" }

  /// The names of the profiles that are part of the program, sorted.
  package static var bundledNames: [String] {
    BundledFiles.paths(in: folder).map { String($0.dropLast(".json".count)) }
  }

  /// The profile of the program with a name; nil when there is none.
  package static func bundled(_ name: String) -> BatchProfile? {
    BundledFiles.bytes(of: "\(folder)\(name).json").flatMap { try? BatchProfile($0) }
  }
}
