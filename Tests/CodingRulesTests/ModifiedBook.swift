import Foundation
import StrictJSON
import Testing

@testable import CodingRules

/// Rule books with files modified by tests.
enum ModifiedBook {
  /// A text in a file and its replacement.
  typealias Change = (file: String, old: String, new: String)

  /// Returns the files of a folder of `BadRules`.
  static func files(_ name: String) throws -> [String: [UInt8]] {
    let files = try RuleFiles(folder: BadRulesTests.folder.appendingPathComponent(name).path)
    return Dictionary(uniqueKeysWithValues: files.paths.map { ($0, files.bytes(of: $0)) })
  }

  /// Returns the book `full`, which has every key of every file, with texts replaced.
  static func full(_ changes: Change...) throws -> RuleBook { try book("full", changes) }

  /// Returns a book of `BadRules` with texts replaced.
  static func book(_ name: String, _ changes: [Change]) throws -> RuleBook {
    var files = try files(name)
    for (file, old, new) in changes {
      let text = String(decoding: files[file] ?? [], as: UTF8.self)
      #expect(text.contains(old), "\(file): \(old)")
      files[file] = Array(text.replacing(old, with: new).utf8)
    }
    return try RuleBook(RuleFiles(files), isTrusted: false)
  }

  /// Returns the findings on files.
  static func findings(_ files: [String: [UInt8]]) -> [Finding] {
    do throws(UnusableRules) {
      return try RuleBook(RuleFiles(files), isTrusted: false).check()
    } catch {
      return error.findings
    }
  }

  /// Returns the findings that keep files from being read as a book.
  static func faults(_ files: [String: [UInt8]]) -> [String] {
    do throws(UnusableRules) {
      _ = try RuleBook(RuleFiles(files), isTrusted: false)
      return []
    } catch {
      return error.findings.map(\.description)
    }
  }
}
