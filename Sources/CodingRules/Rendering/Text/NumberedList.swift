extension TextPage {
  /// A numbered list; two columns from 10 entries on where they fit.
  ///
  /// - Parameter numbers: The number of each entry; counted from 1 if nil.
  mutating func columns(_ labels: [String], numbers: [Int]? = nil) {
    let numbers = (numbers ?? Array(1...max(1, labels.count))).map(String.init)
    let hang = (numbers.map(\.utf8.count).max() ?? 1) + 2
    let half = (labels.count + 1) / 2
    let width = (labels.map(displayWidth).max() ?? 0) + hang + 4
    guard labels.count >= 10, 2 * width <= style.width else {
      for (number, label) in zip(numbers, labels) { item(number, label, hang: hang, .code) }
      return
    }
    for row in 0..<half {
      var line = labels[row]
      if labels.indices.contains(row + half) {
        line += String(repeating: " ", count: width - hang - 2 - displayWidth(labels[row]))
        let number = numbers[row + half]
        line += number + String(repeating: " ", count: hang - number.utf8.count) + labels[row + half]
      }
      spaced(numbers[row], line, hang: hang)
    }
  }
}
