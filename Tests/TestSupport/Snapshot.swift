package import Foundation

/// A recorded text to compare with.
///
/// `RECORD_SNAPSHOTS=1 swift test` updates every snapshot; `git diff` then shows the changes.
package struct Snapshot {
  private let file: URL

  package init(_ file: URL) {
    self.file = file
  }

  /// The recorded text.
  package var recorded: String {
    get throws { try String(contentsOf: file, encoding: .utf8) }
  }

  /// The differences as a diff with context; empty if there are none.
  package func difference(from text: String) throws -> String {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return ""
    }
    return try lineDifference(recorded, text)
  }
}

/// The differences between two texts as a diff with three lines of context, each group preceded by
/// the last line that begins with `$ `.
package func lineDifference(_ first: String, _ second: String) -> String {
  if first == second { return "" }
  let (old, new) = (first.components(separatedBy: "\n"), second.components(separatedBy: "\n"))
  let changes = new.difference(from: old)
  let removed = Set(changes.removals.map(\.offset))
  let inserted = Set(changes.insertions.map(\.offset))
  var (lines, isChanged): ([String], [Bool]) = ([], [])
  var (oldIndex, newIndex) = (0, 0)
  while oldIndex < old.count || newIndex < new.count {
    let isRemoved = removed.contains(oldIndex)
    if isRemoved || inserted.contains(newIndex) {
      lines.append(isRemoved ? "-" + old[oldIndex] : "+" + new[newIndex])
      isChanged.append(true)
      if isRemoved { oldIndex += 1 } else { newIndex += 1 }
    } else {
      lines.append(" " + old[oldIndex])
      isChanged.append(false)
      (oldIndex, newIndex) = (oldIndex + 1, newIndex + 1)
    }
  }
  return lines.indices.filter { index in
    let near = max(0, index - 3)...min(lines.count - 1, index + 3)
    return near.contains { isChanged[$0] }
      || lines[index].hasPrefix(" $ ") && leads(to: isChanged, index, lines)
  }.map { lines[$0] }.joined(separator: "\n")
}

/// Whether anything changed between a command line and the next.
private func leads(to isChanged: [Bool], _ index: Int, _ lines: [String]) -> Bool {
  let end = lines[(index + 1)...].firstIndex { $0.hasPrefix(" $ ") } ?? lines.count
  return isChanged[index..<end].contains(true)
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
