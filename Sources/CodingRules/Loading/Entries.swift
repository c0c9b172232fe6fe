/// The entries of one list of a book by their ids.
final class Entries {
  private let list: Written?
  private let kind: String
  private let idKey: StaticString
  /// The entries by id; nil for a file that was checked before, of which a decision looks up so few entries that a
  /// search from the start of the list costs less than a table.
  private var table: [String: Written]?
  /// The ids that rules have named; empty for a file that was checked before.
  private var named: Set<String> = []

  /// Takes a list of objects; a repeated id is reported.
  init(_ list: Written?, kind: String, idKey: StaticString) {
    self.list = list
    self.kind = kind
    self.idKey = idKey
    if let list, !list.file.isChecked { table = indexed(list.list) }
  }

  /// The ids of all entries, in the order of the list.
  var all: [String] { list?.list.compactMap { $0[idKey]?.textIfAny } ?? [] }

  /// The entry as written; nil when there is none.
  func entry(_ id: String) -> Written? { table.map { $0[id] } ?? list?.first(where: idKey, is: id) }

  /// The entry that a rule names; an unknown name is reported, with a near one.
  func entry(named name: Written) -> Written? { entry(name.text, namedBy: name) }

  /// The same for an id that is a part of what the rule says.
  func entry(_ id: String, namedBy name: Written) -> Written? {
    if let entry = entry(id) {
      if table != nil { named.insert(id) }
      return entry
    }
    name.fault(.nameUnknown(kind: kind, name: id, suggestion: nearestName(to: id, among: all)))
    return nil
  }

  /// The entries that no rule has named.
  var unnamed: [Finding] {
    all.filter { !named.contains($0) }.compactMap { id in
      entry(id).map { $0.finding(.neverNamed(kind: kind, name: id)) }
    }
  }

  private func indexed(_ list: WrittenList) -> [String: Written] {
    var table: [String: Written] = [:]
    for entry in list {
      if let id = entry[idKey]?.textIfAny {
        if table[id] == nil { table[id] = entry } else { entry.fault(.nameRepeated(kind: kind, name: id)) }
      } else {
        entry.fault(.keyMissing("\(idKey)"))
      }
    }
    return table
  }
}
