import CodingRules
import Testing

/// What typed lines do to an interview.
struct InterviewTests {
  static let topic = RuleBook.standard.topics[0]

  /// Lines typed one after the other, and the answers they must leave.
  static let cases: [(typed: [String], answers: Answers)] = [
    (["1", "1"], ["purpose": "diagnostic", "capture": "stone-cast"]),
    ([" Study Model ", "ALGINATE"], ["purpose": "diagnostic", "capture": "stone-cast"]),
    (
      ["diag", "itero", "no", "viewed"],
      ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no", "simulated": "viewed"]
    ),
    (["2", "night guard"], ["purpose": "device", "device": "occlusal-guard"]),
    (["1", "back", "2", "invisalign"], ["purpose": "device", "device": "aligners"]),
    (["1", "2", "restart"], [:]),
    (["1", "scan", "b"], [:]),
    (["0", "-1", "3", "99999999999999999999", "maybe", "", "   ", "\u{1B}]0;x\u{07}", "🦷"], [:]),
    (["1\r"], ["purpose": "diagnostic"]),
    (["\u{1B}[A1"], [:]),
    (["?", "why", "review", "back"], [:]),
  ]

  @Test(arguments: cases.indices) func typedLinesLeaveTheseAnswers(_ index: Int) {
    var interview = Interview(Self.topic)
    for line in Self.cases[index].typed { _ = interview.take(line) }
    #expect(interview.answers == Self.cases[index].answers)
  }

  /// Sentences as offices say them, and the prompts' answers that lead to the right code.
  static let offices: [(sentence: String, typed: [String], report: [String], device: String?)] = [
    (
      "We scanned both arches and the lab sent back printed models",
      ["records", "intraoral scanner", "lab", "no"], ["D0801"], nil
    ),
    ("Alginate impressions for a night guard", ["appliance", "night guard"], [], "occlusal-guard"),
    (
      "Old stone models scanned on the desktop scanner", ["study", "desktop scanner", "no", "no"], ["D0802"],
      nil
    ),
    ("Ortho records, alginates poured up", ["ortho records", "alginate"], ["D0470"], nil),
    (
      "iTero scan, printed here for the case presentation", ["case presentation", "iTero", "in house", "no"],
      ["D0801", "D0396"], nil
    ),
    (
      "Trios scan and we moved the teeth on the computer", ["planning", "trios", "no", "simulation"],
      ["D0801", "D0393"], nil
    ),
    ("PVS for a crown", ["device", "crown"], [], "crown"),
    (
      "The orthodontist e-mailed an STL and we printed it", ["records", "STL file", "we printed", "no"],
      ["D0396"], nil
    ),
    ("Face scan for the smile design", ["treatment plan", "facial scan", "no"], ["D0803"], nil),
    ("Impression taken, patient never came back, never poured", ["study", "not poured"], [], nil),
  ]

  @Test(arguments: offices.indices) func officeSentenceReachesItsCode(_ index: Int) throws {
    let office = Self.offices[index]
    #expect(office.typed.count <= 4)
    var interview = Interview(Self.topic)
    for line in office.typed {
      guard case .took = interview.take(line) else {
        Issue.record("\(office.sentence): '\(line)' was not taken")
        return
      }
    }
    guard case .advises(let conclusion) = Self.topic.evaluate(interview.answers) else {
      Issue.record("\(office.sentence): more is asked")
      return
    }
    let advice = conclusion.advice(on: try #require(CalendarDay("2026-03-02")), by: .standard)
    #expect(advice.reported == office.report, "\(office.sentence)")
    #expect(advice.includedIn.first?.value.device.id == office.device, "\(office.sentence)")
  }

  @Test func wordsForALaterQuestionAreToldWhereTheyBelong() {
    var interview = Interview(Self.topic)
    guard case .ahead(let answer, let step) = interview.take("night guard") else {
      Issue.record("not recognized")
      return
    }
    #expect(answer.id == "device")
    #expect(step.answer.id == "occlusal-guard")
    #expect(interview.answers == [:])
  }

  @Test func repliesShowNoControlCharacters() {
    let style = TextStyle(width: 80, isColoured: false)
    for line in ["\u{1B}]0;x\u{07}owned", "\u{202E}abc", "a\u{9B}31mb"] {
      var interview = Interview(Self.topic)
      let shown = interview.take(line).text(style).unicodeScalars
      #expect(
        !shown.contains {
          $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}")
        })
    }
  }

  @Test func whyNamesTheCodesThatEachAnswerLeadsTo() {
    var interview = Interview(Self.topic, given: ["purpose": "diagnostic", "capture": "intraoral-scan"])
    guard case .why(let reasons) = interview.take("why") else {
      Issue.record("not understood")
      return
    }
    #expect(reasons.outcomes.map(\.answer.id) == ["no", "office", "lab"])
    #expect(reasons.outcomes.map(\.codes) == [["D0393"], ["D0396", "D0393"], ["D0393"]])
  }
}
