import CodingRules
import Foundation
import StrictJSON
import Testing

/// The JSON of advice is a contract: these tests fail if a key is added, removed or moved.
struct ContractTests {
  /// The keys of every object by its path, in the guaranteed order.
  static let keys: [String: [String]] = [
    "": [
      "format", "status", "topic", "date", "report", "notInForce", "nothing", "includedIn", "notSeparately",
      "notes",
      "dissent", "path", "unused", "chart", "sources", "edition",
    ],
    "report": ["procedure", "kind", "services", "because", "sources", "at", "derived", "field", "answer"],
    "report.services": ["code", "system", "label", "modifiers", "units"],
    "notInForce": [
      "code", "system", "label", "modifiers", "units", "since", "until", "instead", "fallback", "because",
      "sources", "at", "derived", "field", "answer",
    ],
    "nothing": ["because", "sources", "at", "derived", "field", "answer"],
    "includedIn": ["device", "label", "codes", "because", "sources", "at", "derived", "field", "answer"],
    "notSeparately": ["codes", "because", "sources", "at", "derived", "field", "answer"],
    "notes": ["kind", "say", "sources", "at", "derived", "asOf", "isOld", "field", "answer"],
    "dissent": ["about", "ours", "other", "field", "answer"],
    "dissent.ours": ["say", "sources", "at", "derived"],
    "dissent.other": ["say", "sources", "at", "derived"],
    "path": ["topic", "question", "field", "ask", "answer", "label"],
    "unused": ["field", "answer"],
    "chart": ["code", "say", "sources", "at", "derived"],
    "sources": ["id", "title", "publisher", "date", "weight", "address"],
    "edition": [
      "id", "title", "version", "reviewed", "from", "through", "isReviewedForDate", "notice",
      "unreviewed", "announced",
    ],
    "edition.announced": ["say", "sources", "at", "derived"],
  ]

  @Test func everyAdviceHasTheseKeysInThisOrder() throws {
    var met: Set<String> = []
    for topic in RuleBook.standard.topics {
      for day in ["2012-05-01", "2022-05-01", "2026-05-01", "2027-05-01"].compactMap({ CalendarDay($0) }) {
        topic.forEachPath { steps in
          var answers = Answers(Dictionary(steps.map { ($0.question.field, $0.answer.id) }) { $1 })
          answers["unheard-of"] = "x"
          guard case .advises(let conclusion) = topic.evaluate(answers) else { return }
          let advice = conclusion.advice(on: day, by: .standard)
          let text = String(decoding: advice.json.bytes(.compact), as: UTF8.self)
          for (path, keys) in keysByPath(text) {
            if Self.keys[path] != keys { Issue.record("\(path): \(keys)") }
            met.insert(path)
          }
        }
      }
    }
    #expect(met == Set(Self.keys.keys))
  }

  /// Returns the keys of each object in a compact JSON text, by its path.
  private func keysByPath(_ text: String) -> [(String, [String])] {
    var found: [(String, [String])] = []
    var open: [(path: String, keys: [String]?)] = []
    var key = ""
    var characters = text.utf8.makeIterator()
    var last: [UInt8] = []
    while let byte = characters.next() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let outer =
          open.last.map { $0.keys == nil ? $0.path : $0.path.isEmpty ? key : "\($0.path).\(key)" } ?? ""
        open.append((outer, byte == UInt8(ascii: "{") ? [] : nil))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let closed = open.popLast(), let keys = closed.keys { found.append((closed.path, keys)) }
      case UInt8(ascii: "\""):
        last = []
        while let inner = characters.next(), inner != UInt8(ascii: "\"") {
          last.append(inner)
          if inner == UInt8(ascii: "\\"), let escaped = characters.next() { last.append(escaped) }
        }
      case UInt8(ascii: ":"):
        key = String(decoding: last, as: UTF8.self)
        open[open.count - 1].keys?.append(key)
      default: break
      }
    }
    return found
  }
}
