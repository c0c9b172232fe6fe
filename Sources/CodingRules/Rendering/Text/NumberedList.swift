extension TextPage {
  /// The maximum number of entries in a single column.
  private static let maxSingleColumn = 12

  /// Writes a numbered list, in two columns if it is long and there is room for them.
  ///
  /// - Parameter numbers: The number of each entry; nil counts from 1.
  mutating func columns(_ labels: [String], numbers: [Int]? = nil) {
    let numbers = (numbers ?? Array(1...max(1, labels.count))).map(String.init)
    let hang = numbers.map(\.utf8.count).reduce(1, max) + 2
    guard labels.count > Self.maxSingleColumn, style.width >= 72 else {
      for (number, label) in zip(numbers, labels) { item(number, label, hang: hang, .code) }
      return
    }
    let longest = labels.map(displayWidth).reduce(0, max)
    let width = min(longest, (style.width - 4) / 2 - hang)
    let half = (labels.count + 1) / 2
    for row in 0..<half {
      var text = labels[row].cut(to: width)
      if row + half < labels.count {
        text += String(repeating: " ", count: width + 2 - displayWidth(text))
        let number = numbers[row + half]
        text += number + String(repeating: " ", count: hang - number.utf8.count)
        text += labels[row + half].cut(to: width)
      }
      spaced(numbers[row], text, hang: hang)
    }
  }
}

extension String {
  /// Truncates the text at a word to fit a width, with an ellipsis.
  package func cut(to width: Int) -> String {
    if displayWidth(self) <= width { return self }
    return wrapped(self, to: max(1, width - 2), measure: displayWidth).prefix(1).joined() + " …"
  }
}
