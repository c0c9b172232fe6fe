import CodingRules

extension BatchProfile {
  private static var folder: String { "profiles/" }

  /// The names of the bundled profiles, sorted.
  package static var bundledNames: [String] {
    BundledFiles.paths(in: folder).map { String($0.dropLast(".json".count)) }
  }

  /// The bundled profile with a name.
  package static func bundled(_ name: String) -> BatchProfile? {
    BundledFiles.bytes(of: "\(folder)\(name).json").flatMap { try? BatchProfile($0) }
  }
}
