import CodingRules

/// The progress line of a long run on standard error, cleared at the end.
struct Progress {
  let isShown: Bool
  private let terminal: Terminal
  private let start: Int
  private var last = 0
  private var isOnScreen = false

  init(isShown: Bool, terminal: Terminal) {
    self.isShown = isShown
    self.terminal = terminal
    start = terminal.seconds()
  }

  /// Shows the number of rows once a second, after the first two seconds.
  mutating func show(_ rows: Int) {
    guard isShown else { return }
    let second = terminal.seconds() - start
    guard second >= 2, second != last else { return }
    terminal.say("\rcdtadvise: \(counted(rows, "row")) …")
    (last, isOnScreen) = (second, true)
  }

  mutating func clear() {
    if isOnScreen { terminal.say("\r\u{1B}[K") }
    isOnScreen = false
  }
}
