import Foundation
import TestSupport
import Testing

@testable import CodingRules

/// Rule books with mistakes: each folder in `BadRules` has the files that differ from
/// `BadRules/sound`, and the expected findings in `expected.txt`, one per line.
struct BadRulesTests {
  static let folder = TestFiles.package.appendingPathComponent("Tests/CodingRulesTests/BadRules")

  static var books: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
      !["sound", "full"].contains($0)
    }.sorted()
  }

  @Test func soundBookHasNoFindings() throws {
    let book = try RuleBook(folder: Self.folder.appendingPathComponent("sound").path)
    #expect(book.check() == [])
  }

  @Test(arguments: books) func mistakesAreReportedWithTheirLocations(_ name: String) throws {
    let files = try Self.files("sound").merging(Self.files(name)) { $1 }.filter {
      $0.value != Data("absent\n".utf8)
    }
    let findings = try Self.findings(files)
    let snapshot = Snapshot(Self.folder.appendingPathComponent("\(name)/expected.txt"))
    let difference = try snapshot.difference(from: findings)
    #expect(difference.isEmpty && !findings.isEmpty, "\(difference)")
  }

  /// Returns all findings on a book, one per line.
  static func findings(_ files: [String: Data]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, data) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    return findings(in: folder).map { "\($0)\n" }.joined()
  }

  /// Returns all findings on the book in a folder.
  static func findings(in folder: URL) -> [Finding] {
    do throws(UnusableRules) {
      return try RuleBook(folder: folder.path).check()
    } catch {
      return error.findings
    }
  }

  private static func files(_ name: String) throws -> [String: Data] {
    let base = folder.appendingPathComponent(name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path).filter {
      $0.hasSuffix(".json")
    }
    return try Dictionary(
      uniqueKeysWithValues: paths.map { ($0, try Data(contentsOf: base.appendingPathComponent($0))) })
  }
}
