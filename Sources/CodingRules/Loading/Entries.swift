/// The entries of one list of a book by their ids, each made into a value when it is first asked for.
final class Entries<Value> {
  /// The ids, in the order of the list.
  let ids: [String]
  private let kind: String
  private let written: [String: Written]
  private var values: [String: Value] = [:]

  /// Indexes a list of objects; an id that stands twice is told.
  init(_ list: [Written], kind: String, idKey: String) {
    var ids: [String] = []
    var written: [String: Written] = [:]
    for entry in list {
      guard let id = entry[idKey]?.textIfAny else {
        entry.fault(.keyMissing(idKey))
        continue
      }
      if written.updateValue(entry, forKey: id) == nil {
        ids.append(id)
      } else {
        entry.fault(.nameRepeated(kind: kind, name: id))
      }
    }
    self.ids = ids
    self.kind = kind
    self.written = written
  }

  /// The entry as written; nil when there is none.
  func entry(_ id: String) -> Written? { written[id] }

  /// The entry that a rule names; a name that is not known is told, with a near one.
  func entry(named name: Written) -> Written? {
    let id = name.text
    if let entry = written[id] { return entry }
    name.fault(.nameUnknown(kind: kind, name: id, suggestion: nearestName(to: id, among: ids)))
    return nil
  }

  /// The value of an entry, read once; nil when there is no such entry.
  func value(_ id: String, read: (Written) -> Value) -> Value? {
    if let value = values[id] { return value }
    guard let entry = written[id] else { return nil }
    let value = read(entry)
    values[id] = value
    return value
  }

  /// The value of the entry that a rule names; a name that is not known is told.
  func value(named name: Written, read: (Written) -> Value) -> Value? {
    entry(named: name) == nil ? nil : value(name.text, read: read)
  }
}
