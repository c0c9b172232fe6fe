import StrictJSON
import Testing

@testable import CodingRules

/// Rules with any one value missing or of the wrong type, which must never crash the reader.
struct HostileRulesTests {
  static let files = try? ModifiedBook.files("full")
  static let plan = BundledFiles.bytes(of: "plans/example.json") ?? []

  /// The parts of the file of sentences that the program does not read.
  static let unread = ["[0].open", "[0].open[0]", "[1].ask[0].words"]

  @Test(arguments: files?.keys.sorted() ?? []) func valueOfTheWrongTypeNeverCrashes(_ path: String) throws {
    var files = try #require(Self.files)
    let text = files[path] ?? []
    for value in try JSONDocument(text).root.withAllParts {
      files[path] = text.replacing(value, by: value.kind == .number || value.kind == .boolean ? "\"x\"" : "7")
      #expect(
        ModifiedBook.findings(files) != [] || Self.unread.contains(value.path), "\(path): \(value.path)")
    }
  }

  /// A missing key or an empty text is reported, or the book works without it.
  @Test(arguments: files?.keys.sorted() ?? []) func missingValueNeverCrashes(_ path: String) throws {
    var files = try #require(Self.files)
    let text = files[path] ?? []
    for value in try JSONDocument(text).root.withAllParts {
      if value.kind == .string {
        files[path] = text.replacing(value, by: "\"\"")
        _ = ModifiedBook.findings(files)
      }
      for member in value.members ?? [] {
        files[path] = text.removing(member)
        _ = ModifiedBook.findings(files)
      }
    }
  }

  @Test func malformedPlanNeverCrashes() throws {
    for value in try JSONDocument(Self.plan).root.withAllParts {
      let isShort = value.kind == .number || value.kind == .boolean
      let other = Self.plan.replacing(value, by: isShort ? "\"x\"" : "7")
      #expect(throws: UnusableRules.self, "\(value.path)") { try Plan(other, file: "plan.json") }
      for member in value.members ?? [] {
        guard let plan = try? Plan(Self.plan.removing(member), file: "plan.json") else { continue }
        _ = plan.check(with: .standard, file: "plan.json")
      }
    }
  }
}

extension JSONValue {
  /// The value and all of its descendants.
  fileprivate var withAllParts: [JSONValue] {
    [self] + (elements ?? members?.map(\.value) ?? []).flatMap(\.withAllParts)
  }
}

extension [UInt8] {
  fileprivate func replacing(_ value: JSONValue, by text: String) -> [UInt8] {
    Array(self[..<value.offset] + text.utf8 + self[(value.offset + value.bytes.count)...])
  }

  /// Returns the text without a member and an adjacent comma.
  fileprivate func removing(_ member: JSONValue.Member) -> [UInt8] {
    let (start, end) = (member.name.offset, member.value.offset + member.value.bytes.count)
    let rest = self[end...].drop { $0 <= 0x20 }
    if rest.first == UInt8(ascii: ",") { return Array(self[..<start] + rest.dropFirst()) }
    let before = self[..<start].lastIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") } ?? startIndex
    return Array(self[...before] + rest)
  }
}
