/// The entries of a list in a book, by id.
final class Entries {
  private let list: Written?
  private let kind: String
  private let idKey: StaticString
  /// The entries by id; nil for a file of the standard book, where a decision looks up so few
  /// entries that a linear search is cheaper than building a table.
  private var table: [String: Written]?
  /// The ids that rules have referred to; empty for a file of the standard book.
  private var named: Set<String> = []

  /// Creates entries from a list of objects, reporting repeated ids.
  init(_ list: Written?, kind: String, idKey: StaticString) {
    self.list = list
    self.kind = kind
    self.idKey = idKey
    if let list, !list.file.isChecked { table = indexed(list.list) }
  }

  /// The ids of all entries, in list order.
  var all: [String] { list?.list.compactMap { $0[idKey]?.textIfAny } ?? [] }

  /// Returns the entry with an id; nil if there is none.
  func entry(_ id: String) -> Written? { table.map { $0[id] } ?? list?.first(where: idKey, is: id) }

  /// Returns the entry that a rule refers to; reports an unknown name with a suggestion.
  func entry(named name: Written) -> Written? { entry(name.text, namedBy: name) }

  /// Returns the entry whose id is a part of the rule's text.
  func entry(_ id: String, namedBy name: Written) -> Written? {
    if let entry = entry(id) {
      if table != nil { named.insert(id) }
      return entry
    }
    name.fault(.unknown(kind, id, among: all))
    return nil
  }

  /// The entries that no rule has referred to.
  var unreferenced: [Finding] {
    all.filter { !named.contains($0) }.compactMap { id in
      entry(id).map {
        $0.finding(Finding.Problem("nothing refers to the \(kind) '\(excerpt(id))'", .names))
      }
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
