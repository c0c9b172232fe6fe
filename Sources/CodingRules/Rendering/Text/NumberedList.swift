extension TextPage {
  /// A numbered list; in two columns from 10 entries on, where there is room for them.
  ///
  /// - Parameter numbers: The number of each entry; counted from 1 if nil.
  mutating func columns(_ labels: [String], numbers: [Int]? = nil) {
    let numbers = (numbers ?? Array(1...max(1, labels.count))).map(String.init)
    let hang = (numbers.map(\.utf8.count).max() ?? 1) + 2
    guard labels.count >= 10, style.width >= 72 else {
      for (number, label) in zip(numbers, labels) { item(number, label, hang: hang, .code) }
      return
    }
    let longest = labels.map(displayWidth).max() ?? 0
    let width = min(longest, (style.width - 4) / 2 - hang)
    let half = (labels.count + 1) / 2
    for row in 0..<half {
      let left = wrapped(labels[row], to: width, measure: displayWidth)
      let right =
        labels.indices.contains(row + half)
        ? wrapped(labels[row + half], to: width, measure: displayWidth) : []
      for line in 0..<max(left.count, right.count) {
        var text = line < left.count ? left[line] : ""
        if line < right.count {
          text += String(repeating: " ", count: width + 2 - displayWidth(text))
          let number = line == 0 ? numbers[row + half] : ""
          text += number + String(repeating: " ", count: hang - number.utf8.count) + right[line]
        }
        spaced(line == 0 ? numbers[row] : "", text, hang: hang)
      }
    }
  }
}
