/// The entries of one list of a book by their ids, each made into a value when it is first asked for.
final class Entries<Value> {
  /// The ids, in the order of the list.
  private(set) var ids: [String] = []
  private let kind: String
  private var places: [String: Int] = [:]
  private var written: [Written] = []
  private var values: [Value?] = []

  /// Indexes a list of objects; an id that stands twice is told.
  init(_ list: [Written], kind: String, idKey: String) {
    self.kind = kind
    places.reserveCapacity(list.count)
    for entry in list {
      guard let id = entry[idKey]?.textIfAny else {
        entry.fault(.keyMissing(idKey))
        continue
      }
      guard places[id] == nil else {
        entry.fault(.nameRepeated(kind: kind, name: id))
        continue
      }
      places[id] = ids.count
      ids.append(id)
      written.append(entry)
      values.append(nil)
    }
  }

  /// The entry as written; nil when there is none.
  func entry(_ id: String) -> Written? { places[id].map { written[$0] } }

  /// The entry that a rule names; a name that is not known is told, with a near one.
  func entry(named name: Written) -> Written? {
    let id = name.text
    if let entry = entry(id) { return entry }
    name.fault(.nameUnknown(kind: kind, name: id, suggestion: nearestName(to: id, among: ids)))
    return nil
  }

  /// The value of an entry, read once; nil when there is no such entry.
  func value(_ id: String, read: (Written) -> Value) -> Value? {
    guard let place = places[id] else { return nil }
    if let value = values[place] { return value }
    let value = read(written[place])
    values[place] = value
    return value
  }

  /// The value of the entry that a rule names; a name that is not known is told.
  func value(named name: Written, read: (Written) -> Value) -> Value? {
    if let value = value(name.text, read: read) { return value }
    _ = entry(named: name)
    return nil
  }
}
