import StrictJSON

/// The sources, codes, cards and devices of a book, each read on first use.
final class Definitions {
  let log: FindingLog
  /// The id of the edition, which `confirmed` must match.
  let edition: String
  /// The day of the last review, the latest possible date of a source.
  let reviewed: CalendarDay?
  private let files: RuleFiles
  /// The reader of deferred values; nil to read values immediately.
  unowned var parts: LazyParts?
  private(set) lazy var shared = SharedEntries(files, log: log)
  private(set) lazy var sourceEntries = entries("sources.json", kind: "source", idKey: "id")
  private(set) lazy var codeEntries = entries("codes.json", kind: "code", idKey: "code")
  private(set) lazy var cardEntries = entries("cards.json", kind: "card", idKey: "code")
  private(set) lazy var deviceEntries = Entries(deviceFile?.required("devices"), kind: "device", idKey: "id")
  private lazy var deviceFile = files.document("devices.json", log: log)?.object([
    "contains", "families", "devices",
  ])
  private var sources = SortedTable<Source>()
  private var codes = SortedTable<Code>()
  private var devices = SortedTable<Device>()
  private var cards = SortedTable<CodeCard>()

  init(_ files: RuleFiles, edition: Written?, log: FindingLog) {
    self.files = files
    self.log = log
    self.edition = edition?["id"]?.textIfAny ?? ""
    reviewed = edition?["reviewed"]?.textIfAny.flatMap { CalendarDay($0) }
  }

  private func entries(_ file: String, kind: String, idKey: StaticString) -> Entries {
    Entries(files.document(file, log: log), kind: kind, idKey: idKey)
  }

  /// Returns a value read on first use, or read immediately in a book that is being checked.
  func deferred<Value: Sendable>(_ read: @escaping (Definitions) -> Value) -> Deferred<Value> {
    parts?.deferred(read) ?? Deferred(read(self))
  }

  // MARK: All entries, in file order

  private(set) lazy var allSources: [Source] = sourceEntries.all.compactMap {
    source($0, sourceEntries.entry($0))
  }

  private(set) lazy var allCodes: [Code] = codeEntries.all.compactMap(code)

  /// A card for each code; empty for a code without an entry.
  private(set) lazy var allCards: [CodeCard] = {
    for id in cardEntries.all { _ = cardEntries.entry(id)?["code"].flatMap(code(named:)) }
    return allCodes.map(card)
  }()

  private(set) lazy var allDevices: [Device] = deviceEntries.all.compactMap {
    device($0, deviceEntries.entry($0))
  }

  /// The uncited sources and unused shared entries; valid once everything has been read.
  var unreferenced: [Finding] { sourceEntries.unreferenced + shared.unreferenced }

  /// The families that device codes come in.
  private(set) lazy var families: [CodeFamily] =
    deviceFile?.list("families").compactMap { written in
      let object = written.object(["codes", "label"] + Self.evidenceKeys)
      return object.required("codes")?.codeRange.map {
        CodeFamily(codes: $0, label: object.text("label"), evidence: evidence(object))
      }
    } ?? []

  // MARK: Lookups by id

  /// Returns the code with an id; nil if the book does not have it.
  func code(_ id: String) -> Code? { code(id, codeEntries.entry(id)) }

  /// Returns the card of a code; nil if the book does not have the code.
  func card(_ id: String) -> CodeCard? { code(id).map(card) }

  private func card(of code: Code) -> CodeCard {
    if let known = cards[code.id] { return known }
    let read = CardReader(definitions: self).card(of: code, cardEntries.entry(code.id))
    cards[code.id] = read
    return read
  }

  // MARK: Lookups of references in rules

  func code(named name: Written) -> Code? { code(name.text, codeEntries.entry(named: name)) }

  /// Returns the codes whose ids satisfy a predicate, sorted by id.
  func codes(where isWanted: (String) -> Bool) -> [Code] {
    codeEntries.all.filter(isWanted).sorted().compactMap { code($0) }
  }

  func device(named name: Written) -> Device? { device(name.text, deviceEntries.entry(named: name)) }

  /// Returns the source with an id, reporting an unknown one at its citation.
  func source(_ id: String, in citation: Written) -> Source? {
    source(id, sourceEntries.entry(id, namedBy: citation))
  }

  private func code(_ id: String, _ written: @autoclosure () -> Written?) -> Code? {
    if let known = codes[id] { return known }
    let read = written().map(code)
    codes[id] = read
    return read
  }

  private func device(_ id: String, _ written: @autoclosure () -> Written?) -> Device? {
    if let known = devices[id] { return known }
    let read = written().map(device)
    devices[id] = read
    return read
  }

  private func source(_ id: String, _ written: @autoclosure () -> Written?) -> Source? {
    if let known = sources[id] { return known }
    let read = written().map(source)
    sources[id] = read
    return read
  }

  /// The codes that the working impression or scan of any device includes.
  private(set) lazy var contained: Exclusion? = deviceFile?.required("contains").map { written in
    let object = written.object(["codes", "because"] + Self.evidenceKeys)
    return Exclusion(codes: object.list("codes").compactMap(code(named:)), reason: reason(object))
  }
}
