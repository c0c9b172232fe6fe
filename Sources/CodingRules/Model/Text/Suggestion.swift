/// The suggestion as the end of a sentence; empty when there is none.
package func hint(_ suggestion: String?) -> String {
  suggestion.map { " — did you mean '\($0)'?" } ?? ""
}

/// The name that was probably meant; nil when none is near.
///
/// Near means few typing mistakes: characters left out, added, changed or swapped. Of equally near names the first counts.
package func nearestName(to typed: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(typed.lowercased().utf8.prefix(maxCompared))
  let bound = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.lowercased().utf8.prefix(maxCompared))
    guard abs(candidate.count - wanted.count) <= bound else { continue }
    let distance = typingDistance(wanted, candidate)
    if distance <= bound, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// How many bytes of a name are compared.
private let maxCompared = 64

/// How many characters must be left out, added, changed or swapped with their neighbor to turn one word into the other.
func typingDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[second.count]
}
