import BatchAdvice
import ClaimFiles
import CodingRules

/// The flags about the format and the columns of a table.
extension Run {
  /// The path of the input; `-` without an operand, unless a person would have to type the file.
  func inputPath(_ operand: Word?) throws(Failure) -> FilePath {
    if let operand { return operand.path }
    if terminal.input.isTerminal { throw .fileMissing }
    return FilePath("-")
  }

  /// The format of a file, by flag or by the extension.
  func inputFormat(of file: FilePath) throws(Failure) -> RowFormat {
    if let format: RowFormat = arguments.choice(.from) { return format }
    return try rethrow(RowFormat(path: file.text)) { .input($0, path: file.text) }
  }

  /// The settings of the columns: those of the flags, then those of the profile.
  func batchProfile(for book: RuleBook) throws(Failure) -> BatchProfile {
    var profile = BatchProfile()
    profile.map = try pairs(of: .map)
    profile.set = try pairs(of: .set)
    profile.ignore = arguments.values(of: .ignore).map(\.text)
    (profile.text, profile.billed) = (arguments[.text], arguments[.billed])
    profile.visitBy = arguments[.visitBy].map { $0.split(separator: ",").map(String.init) } ?? []
    profile.isSorted = arguments.has(.sortedRows)
    profile.encoding = arguments.choice(.encoding)
    if let stored = try storedProfile() { profile = stored.overridden(by: profile) }
    try rethrow(profile.check(with: book), as: Failure.profile)
    return profile
  }

  private func pairs(of flag: Flag) throws(Failure) -> [BatchProfile.Pair] {
    try arguments.pairs(of: flag).map { .init(name: $0.name, value: $0.value) }
  }

  /// The profile that `--profile` names; nil without the flag.
  func storedProfile() throws(Failure) -> BatchProfile? {
    guard let word = arguments.values(of: .profile).last else { return nil }
    if let bundled = BatchProfile.bundled(word.text) { return bundled }
    let file = try terminal.input(at: word.path).contents(max: 1 << 16)
    return try rethrow(BatchProfile(file)) { .badProfile($0, path: word.text) }
  }
}
