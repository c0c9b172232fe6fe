import StrictJSON

/// The sources, codes, cards and devices of a book, each read when it is first named.
final class Definitions {
  let log: FindingLog
  /// The id of the edition, with which `confirmed` is compared.
  let edition: String
  /// The day of the last review, after which no source can be dated.
  let reviewed: CalendarDay?
  private let files: RuleFiles
  /// Where values are read when they are first asked for; nil to read them at once.
  unowned var parts: LazyParts?
  private(set) lazy var shared = SharedEntries(files, log: log)
  private lazy var sourceEntries = entries("sources.json", kind: "source", idKey: "id")
  private lazy var codeEntries = entries("codes.json", kind: "code", idKey: "code")
  private lazy var cardEntries = entries("cards.json", kind: "card", idKey: "code")
  private lazy var deviceEntries = Entries(deviceFile?.required("devices"), kind: "device", idKey: "id")
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

  /// A value that is read when it is first asked for; at once in a book that was not checked before.
  func deferred<Value: Sendable>(_ read: @escaping (Definitions) -> Value) -> Deferred<Value> {
    parts?.deferred(read) ?? Deferred(read(self))
  }

  // MARK: Everything, in the order of the files

  private(set) lazy var allSources: [Source] = sourceEntries.all.compactMap {
    source($0, sourceEntries.entry($0))
  }

  private(set) lazy var allCodes: [Code] = codeEntries.all.compactMap(code)

  /// A card for each code; empty where the file has none.
  private(set) lazy var allCards: [CodeCard] = {
    for id in cardEntries.all { _ = cardEntries.entry(id)?["code"].flatMap(code(named:)) }
    return allCodes.map(card)
  }()

  private(set) lazy var allDevices: [Device] = deviceEntries.all.compactMap {
    device($0, deviceEntries.entry($0))
  }

  /// The sources that nothing cites, and the shared entries that nothing uses, as far as everything was read.
  var unnamed: [Finding] { sourceEntries.unnamed + shared.unnamed }

  /// The ranges that codes of devices come in.
  private(set) lazy var families: [CodeFamily] =
    deviceFile?.list("families").compactMap { written in
      let object = written.object(["codes", "label"] + Self.evidenceKeys)
      return object.required("codes")?.codeRange.map {
        CodeFamily(codes: $0, label: object.text("label"), evidence: evidence(object))
      }
    } ?? []

  // MARK: What people ask for

  /// The code with an id; nil when the book does not have it.
  func code(_ id: String) -> Code? { code(id, codeEntries.entry(id)) }

  /// The path of the card of a code in its file; nil when there is none.
  func cardPath(_ code: String) -> String? { cardEntries.entry(code)?.value.path }

  /// What to know of a code; nil when the book does not have it.
  func card(_ id: String) -> CodeCard? { code(id).map(card) }

  private func card(of code: Code) -> CodeCard {
    if let known = cards[code.id] { return known }
    let read = CardReader(self).card(of: code, cardEntries.entry(code.id))
    cards[code.id] = read
    return read
  }

  // MARK: What rules name

  func code(named name: Written) -> Code? { code(name.text, codeEntries.entry(named: name)) }

  /// A code as it is written; nil when the book does not have it.
  func codeEntry(_ id: String) -> Written? { codeEntries.entry(id) }

  /// A code as it is written.
  func codeEntry(named name: Written) -> Written? { codeEntries.entry(named: name) }

  /// The codes whose ids are wanted, sorted by them.
  func codes(where isWanted: (String) -> Bool) -> [Code] {
    codeEntries.all.filter(isWanted).sorted().compactMap { code($0) }
  }

  func device(named name: Written) -> Device? { device(name.text, deviceEntries.entry(named: name)) }

  /// A device as it is written.
  func deviceEntry(named name: Written) -> Written? { deviceEntries.entry(named: name) }

  /// A source as it is written; nil when there is none.
  func sourceEntry(_ id: String) -> Written? { sourceEntries.entry(id) }

  /// The source with an id; nil, and reported where it is cited, when there is none.
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

  /// The codes that the working impression or scan of any device takes in.
  private(set) lazy var contained: Exclusion? = deviceFile?.required("contains").map { written in
    let object = written.object(["codes", "because"] + Self.evidenceKeys)
    return Exclusion(codes: object.list("codes").compactMap(code(named:)), reason: reason(object))
  }
}
