/// The entries of one list of a book by their ids, read as far as anybody has asked.
final class Entries {
  private var unread: WrittenList?
  private let kind: String
  private let idKey: StaticString
  private var ids: [String] = []
  private var entries = SortedTable<Written>()
  private var named = SortedTable<Bool>()

  /// Takes a list of objects; a repeated id is reported when it is read.
  init(_ list: Written?, kind: String, idKey: StaticString) {
    unread = list?.list
    self.kind = kind
    self.idKey = idKey
  }

  /// The ids of all entries, in the order of the list.
  var all: [String] {
    while let entry = unread?.next() { add(entry) }
    return ids
  }

  /// The entry as written; nil when there is none.
  func entry(_ id: String) -> Written? {
    if let entry = entries[id] { return entry }
    while let entry = unread?.next() {
      add(entry)
      if ids.last == id { return entry }
    }
    return nil
  }

  /// The entry that a rule names; an unknown name is reported, with a near one.
  func entry(named name: Written) -> Written? { entry(name.text, namedBy: name) }

  /// The same for an id that is a part of what the rule says.
  func entry(_ id: String, namedBy name: Written) -> Written? {
    if let entry = entry(id) {
      if !name.file.isChecked { named[id] = true }
      return entry
    }
    name.fault(.nameUnknown(kind: kind, name: id, suggestion: nearestName(to: id, among: all)))
    return nil
  }

  /// The entries that no rule has named.
  var unnamed: [Finding] {
    all.filter { named[$0] == nil }.compactMap { id in
      entries[id].map { $0.finding(.neverNamed(kind: kind, name: id)) }
    }
  }

  private func add(_ entry: Written) {
    guard let id = entry[idKey]?.textIfAny else { return entry.fault(.keyMissing("\(idKey)")) }
    guard entries[id] == nil else { return entry.fault(.nameRepeated(kind: kind, name: id)) }
    ids.append(id)
    entries[id] = entry
  }
}
