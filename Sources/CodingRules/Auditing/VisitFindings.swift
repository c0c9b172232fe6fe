extension CompiledAudit {
  /// Returns the findings on the kept lines, visit by visit and then across visits.
  func findings(in kept: inout KeptLines, _ profiles: [CodeProfile]) -> [AuditFinding] {
    kept.sort()
    let visits = LineRuns(kept: kept, profiles: profiles)
    var findings: [AuditFinding] = []
    visits.forEachRun(where: { $0.group == $1.group && $0.day == $1.day }) { visit in
      if !visits.isSilent(visit) { findings += combinations(on: visit, visits) }
    }
    if !successions.isEmpty {
      visits.forEachRun(where: { $0.group == $1.group }) { findings += successions(in: $0, visits) }
    }
    return findings
  }

  private func combinations(on visit: Range<Int>, _ runs: LineRuns) -> [AuditFinding] {
    var tried: [Int] = []
    var findings: [AuditFinding] = []
    for line in visit {
      for index in runs.profile(line).combinations where !tried.contains(index) {
        tried.append(index)
        let combination = combinations[index]
        if isMet(combination, on: visit, runs) {
          findings.append(runs.finding(combination, visit.filter { runs.isIn($0, combination.groups) }))
        }
      }
    }
    return findings
  }

  private func isMet(_ combination: Combination, on visit: Range<Int>, _ runs: LineRuns) -> Bool {
    guard combination.groups.count <= visit.count, let first = combination.groups.first,
      haveDistinctLines(combination.groups[...], among: visit, isIn: { runs.isIn($0, $1) })
    else { return false }
    if !combination.without.isEmpty, visit.contains(where: { runs.isIn($0, combination.without) }) {
      return false
    }
    guard let moreThan = combination.moreThan else { return true }
    return visit.lazy.filter { runs.isIn($0, first) }.map { Int(runs.kept.lines[$0].units) }.reduce(0, +)
      > moreThan
  }

  private func successions(in patient: Range<Int>, _ runs: LineRuns) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for line in patient where runs.kept.lines[line].day != .min {
      for index in runs.profile(line).successions {
        let succession = successions[index]
        let day = Int(runs.kept.lines[line].day)
        let days = (day + succession.days.lowerBound)...(day + succession.days.upperBound)
        let next = runs.first(in: patient, from: days.lowerBound) {
          $0 != line && runs.isIn($0, succession.then)
        }
        if let next, days.contains(Int(runs.kept.lines[next].day)),
          !succession.isSameYear || runs.year(next) == runs.year(line)
        {
          findings.append(runs.finding(succession.check, [line, next]))
        }
      }
    }
    return findings
  }
}

/// Sorted kept lines with the profiles of their codes; lines are given as indices.
struct LineRuns {
  let kept: KeptLines
  let profiles: [CodeProfile]

  /// Whether a visit has a single line and no combination applies to it.
  func isSilent(_ visit: Range<Int>) -> Bool {
    visit.count == 1 && profile(visit.lowerBound).isSilentAlone(kept.lines[visit.lowerBound].units)
  }

  func profile(_ line: Int) -> CodeProfile { profiles[Int(kept.lines[line].profile)] }

  /// Returns the calendar year of a line; nil if it has no date.
  func year(_ line: Int) -> Int? { CalendarDay(daysSince1970: Int(kept.lines[line].day))?.year }

  func isIn(_ line: Int, _ group: Int) -> Bool { profiles[Int(kept.lines[line].profile)].isIn(group) }

  func isIn(_ line: Int, _ groups: [Int]) -> Bool { groups.contains { isIn(line, $0) } }

  /// Calls a function with each maximal run of lines that belong together.
  func forEachRun(where belong: (KeptLines.Line, KeptLines.Line) -> Bool, _ call: (Range<Int>) -> Void) {
    var start = 0
    for line in kept.lines.indices
    where line + 1 == kept.lines.count || !belong(kept.lines[line], kept.lines[line + 1]) {
      call(start..<(line + 1))
      start = line + 1
    }
  }

  /// Returns the first line of a patient, from a day on, that passes a test.
  func first(in patient: Range<Int>, from day: Int, where test: (Int) -> Bool) -> Int? {
    var (low, high) = (patient.lowerBound, patient.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(kept.lines[middle].day) < day { low = middle + 1 } else { high = middle }
    }
    return (low..<patient.upperBound).first(where: test)
  }
}
