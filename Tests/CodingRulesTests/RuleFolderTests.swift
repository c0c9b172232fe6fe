import CodingRules
import Foundation
import Testing

/// Folders that are not readable as a book.
struct RuleFolderTests {
  private func findings(_ name: String, _ change: (URL) throws -> Void) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: BadRulesTests.folder.appendingPathComponent("sound"), to: folder)
    let file = folder.appendingPathComponent(name)
    try? FileManager.default.removeItem(at: file)
    try change(file)
    return BadRulesTests.findings(in: folder).map(\.description)
  }

  @Test(.timeLimit(.minutes(1))) func namedPipeDoesNotBlock() throws {
    let found = try findings("cards.json") { #expect(mkfifo($0.path, 0o600) == 0) }
    #expect(found.contains("cards.json: cannot be read: it is not a regular file"))
  }

  @Test func fileThatCannotBeReadIsReported() throws {
    for path in ["nowhere", "/proc/self/mem"] {
      let found = try findings("cards.json") {
        try FileManager.default.createSymbolicLink(atPath: $0.path, withDestinationPath: path)
      }
      #expect(found.contains { $0.hasPrefix("cards.json: cannot be read: ") })
    }
  }

  @Test func fileThatIsTooLargeIsRefused() throws {
    let found = try findings("cards.json") { try Data(count: (16 << 20) + 1).write(to: $0) }
    #expect(found.contains("cards.json: cannot be read: larger than 16 MiB, or all files than 64 MiB"))
  }

  @Test func filesThatTheEditionDoesNotListAreNotRead() throws {
    let found = try findings("topics/large.json") { try Data(count: 17 << 20).write(to: $0) }
    #expect(
      found
        == ["topics/large.json: not a file of a rule book, and not listed under 'topics' in edition.json"]
    )
  }

  @Test func hundredFindingsAreListed() throws {
    let sources = (0..<4_000).map { "{\"id\":\"s\($0)\"}" }.joined(separator: ",")
    let found = try findings("sources.json") { try Data("[\(sources)]".utf8).write(to: $0) }
    #expect(found.count == 101)
    #expect(found.last?.hasPrefix("and ") == true)
  }
}
