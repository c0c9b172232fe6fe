package import Foundation

/// Files that tests read.
package enum TestFiles {
  /// The folder of the package.
  package static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A small rule book that changes only with the format of rules, relative to the package.
  package static let testBook = "Tests/TestSupport/TestBook"

  /// A new, empty folder.
  package static func newFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
