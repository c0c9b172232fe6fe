import CodingRules

/// How far a long run has come: a line on a terminal's standard error that is gone at the end.
struct Progress {
  /// Whether it is shown at all.
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

  /// Shows the number of rows, once a second from the second second on.
  mutating func show(_ rows: Int) {
    guard isShown else { return }
    let second = terminal.seconds() - start
    guard second >= 2, second != last else { return }
    terminal.say("\rcdtadvise: \(counted(rows, "row")) …")
    (last, isOnScreen) = (second, true)
  }

  /// Wipes the line.
  mutating func clear() {
    if isOnScreen { terminal.say("\r\u{1B}[K") }
    isOnScreen = false
  }
}
