/// The entries of one list of a book by their ids, found as far as anybody has asked.
final class Entries {
  private var unread: WrittenList?
  private let kind: String
  private let idKey: StaticString
  private var ids: [String] = []
  private var entries: [Written] = []

  /// Takes a list of objects; an id that stands twice is told when it is found.
  init(_ list: Written?, kind: String, idKey: StaticString) {
    unread = list?.list
    self.kind = kind
    self.idKey = idKey
  }

  /// The ids of all entries, in the order of the list.
  var all: [String] {
    while let entry = find() { add(entry) }
    return ids
  }

  /// The entry as written; nil when there is none.
  func entry(_ id: String) -> Written? {
    if let place = ids.place(of: id) { return entries[place] }
    while let entry = find() {
      add(entry)
      if ids.last == id { return entry }
    }
    return nil
  }

  /// The entry that a rule names; a name that is not known is told, with a near one.
  func entry(named name: Written) -> Written? {
    let id = name.text
    if let entry = entry(id) { return entry }
    name.fault(.nameUnknown(kind: kind, name: id, suggestion: nearestName(to: id, among: all)))
    return nil
  }

  private func find() -> Written? { unread?.next() }

  private func add(_ entry: Written) {
    guard let id = entry[idKey]?.textIfAny else { return entry.fault(.keyMissing("\(idKey)")) }
    if !entry.file.isChecked, ids.place(of: id) != nil {
      return entry.fault(.nameRepeated(kind: kind, name: id))
    }
    ids.append(id)
    entries.append(entry)
  }
}
