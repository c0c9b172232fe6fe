import Foundation

@testable import cdtadvise

/// A rule book with one file made by the fuzzer; every command must work with any book that passes
/// `check`.
final class RuleFolderFuzz: Sendable {
  static let shared = RuleFolderFuzz()

  private let files: [String]
  private let sound: [String: Data]

  private init() {
    let folder = URL(fileURLWithPath: "rules")
    files = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
    precondition(!files.isEmpty, "A rule book named 'rules' must be in the current folder.")
    sound = Dictionary(
      uniqueKeysWithValues: files.compactMap { file in
        (try? Data(contentsOf: folder.appendingPathComponent(file))).map { (file, $0) }
      })
  }

  /// Reads the content of a rule file; the first byte selects the file.
  func read(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let file = files[Int(first) % files.count]
    write(Data(bytes.dropFirst()), file)
    defer { write(sound[file] ?? Data(), file) }
    var check = FuzzRun("check rules")
    check.isTerminal = true
    if check.run().status == .findings { return }
    for line in Self.lines {
      var run = FuzzRun(line + " --rules rules --on 2026-03-02")
      if !line.hasPrefix("ask"), !line.hasPrefix("explain"), !line.hasPrefix("draw") {
        run = FuzzRun(line + " --rules rules")
      }
      run.isTerminal = true
      run.run()
    }
  }

  /// Command lines that use a book in all ways.
  private static let lines = [
    "topics", "codes", "sources", "explain D0470 --details", "quiz --to text --seed 1", "teach",
    "draw --no-color",
    "draw --to mermaid", "draw --to dot", "draw --to svg", "ask --purpose diagnostic --why-not D0470",
    "read stone\u{20}models",
  ]

  private func write(_ data: Data, _ file: String) {
    let descriptor = open("rules/" + file, O_WRONLY | O_TRUNC)
    data.withUnsafeBytes { _ = Foundation.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }
}
