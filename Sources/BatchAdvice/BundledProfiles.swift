import EmbeddedProfiles

extension BatchProfile {
  /// The names of the profiles that are part of the program, sorted.
  package static var bundledNames: [String] {
    (0..<embedded_profile_count()).map { unsafe String(cString: embedded_profile_at($0).name) }
  }

  /// The profile of the program with a name; nil when there is none.
  package static func bundled(_ name: String) -> BatchProfile? {
    guard let index = bundledNames.firstIndex(of: name) else { return nil }
    let file = unsafe embedded_profile_at(index)
    let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
    return try? BatchProfile(bytes)
  }
}
