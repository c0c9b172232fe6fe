package import Foundation

/// Files for tests.
package enum TestFiles {
  /// The folder of the package.
  package static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The path, in the package, of a small rule book that changes only with the rule format.
  package static let testBook = "Tests/TestSupport/TestBook"

  /// Creates an empty folder.
  package static func newFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
