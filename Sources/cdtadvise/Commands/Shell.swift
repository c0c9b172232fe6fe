/// A shell that can complete words.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that makes the shell ask `cdtadvise complete` for the words that fit, after `:files` if file names fit.
  ///
  /// bash splits words at `=`, so its script joins them, and keeps of each answer what follows.
  var script: String {
    let bytes =
      switch self {
      case .bash: PackageResources.cdtadvise_bash
      case .zsh: PackageResources.cdtadvise_zsh
      case .fish: PackageResources.cdtadvise_fish
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
