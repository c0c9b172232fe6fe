import CodingRules
import Testing

/// Days, names and suggestions, as tables of cases.
struct SmallTypesTests {
  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "0000-01-01", "2026-1-01",
    "26-01-01", "2026-01-01 ", "2026/01/01", "202:-01-01", "2026-0/-01", "2026-01-a1", "2026-é-01", "",
    "٢٠٢٦-٠١-٠١",
  ])
  func noSuchDay(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1970-01-01"])
  func dayIsReadAndWritten(_ text: String) throws {
    let day = try #require(CalendarDay(text))
    #expect("\(day)" == text)
    #expect(CalendarDay(daysSince1970: day.daysSince1970) == day)
  }

  @Test func consecutiveDaysAreInOrder() throws {
    let first = try #require(CalendarDay("1899-12-31"))
    var last = first
    for number in 1...80_000 {
      let day = try #require(CalendarDay(daysSince1970: first.daysSince1970 + number))
      #expect(last < day && day.daysSince1970 == last.daysSince1970 + 1)
      last = day
    }
    #expect(CalendarDay(daysSince1970: .max) == nil)
    #expect(CalendarDay(daysSince1970: .min) == nil)
  }

  @Test(arguments: [
    ("captur", "capture"), ("cpature", "capture"), ("printde", "printed"), ("xyz", nil), ("", nil),
    ("Capture", "capture"),
  ])
  func nearestNameIsFound(_ typed: String, _ name: String?) {
    #expect(nearestName(to: typed, among: ["capture", "printed", "purpose"]) == name)
  }

  @Test(arguments: [
    ("  Ortho  Records ", "ortho records"), ("stone-cast", "stone cast"), ("3D Photo!", "3d photo"), ("", ""),
    ("—", ""), ("Éclair", "éclair"),
  ])
  func namesAreNormalized(_ name: String, _ key: String) {
    #expect(nameKey(name) == key)
  }

  @Test(arguments: [
    ("D2710-D2799", "D2750", true), ("D2710-D2799", "D2800", false), ("D2971", "D2971", true),
  ])
  func codeRangeContains(_ range: String, _ code: String, _ isWithin: Bool) {
    #expect(CodeRange(range)?.contains(code) == isWithin)
  }

  @Test(arguments: ["D2799-D2710", "D27", "X2710", "D2710-", "-", "D2710-21085", ""])
  func malformedCodeRanges(_ text: String) {
    #expect(CodeRange(text) == nil)
  }
}
