/// The sources, codes, cards and devices of a book, each read when it is first named.
final class Definitions {
  let log: FindingLog
  private let files: RuleFiles
  private lazy var sourceEntries = entries("sources.json", kind: "source", idKey: "id")
  private lazy var codeEntries = entries("codes.json", kind: "code", idKey: "code")
  private lazy var cardEntries = entries("cards.json", kind: "card", idKey: "code")
  private lazy var deviceEntries = Entries(deviceFile?.required("devices"), kind: "device", idKey: "id")
  private lazy var deviceFile = files.document("devices.json", log: log)?.object(["contains", "devices"])
  private var sources = SortedTable<Source>()
  private var codes = SortedTable<Code>()
  private var devices = SortedTable<Device>()

  init(_ files: RuleFiles, log: FindingLog) {
    self.files = files
    self.log = log
  }

  private func entries(_ file: String, kind: String, idKey: StaticString) -> Entries {
    Entries(files.document(file, log: log), kind: kind, idKey: idKey)
  }

  // MARK: Everything, in the order of the files

  private(set) lazy var allSources: [Source] = sourceEntries.all.compactMap {
    source($0, sourceEntries.entry($0))
  }

  private(set) lazy var allCodes: [Code] = codeEntries.all.compactMap { code($0, codeEntries.entry($0)) }

  /// A card for each code; empty where the file has none.
  private(set) lazy var allCards: [CodeCard] = {
    for id in cardEntries.all { _ = cardEntries.entry(id)?["code"].flatMap(code(named:)) }
    return allCodes.map(card)
  }()

  private(set) lazy var allDevices: [Device] = deviceEntries.all.compactMap {
    device($0, deviceEntries.entry($0))
  }

  /// The code with an id; nil when the book does not have it.
  func code(_ id: String) -> Code? { code(id, codeEntries.entry(id)) }

  /// What to know of a code; nil when the book does not have it.
  func card(_ id: String) -> CodeCard? { code(id, codeEntries.entry(id)).map(card) }

  private func card(of code: Code) -> CodeCard { CardReader(self).card(of: code, cardEntries.entry(code.id)) }

  // MARK: What rules name

  func code(named name: Written) -> Code? { code(name.text, codeEntries.entry(named: name)) }

  func device(named name: Written) -> Device? { device(name.text, deviceEntries.entry(named: name)) }

  /// A device as it is written.
  func deviceEntry(named name: Written) -> Written? { deviceEntries.entry(named: name) }

  /// The sources under the key `sources`; a statement without any is reported.
  func sources(_ object: WrittenObject) -> [Source] {
    guard let names = object.required("sources")?.list else { return [] }
    if names.isEmpty { object.required("sources")?.fault(.noSource) }
    return names.compactMap { source($0.text, sourceEntries.entry(named: $0)) }
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
    let object = written.object(["codes", "because", "sources"])
    return Exclusion(codes: object.list("codes").compactMap(code(named:)), reason: reason(object))
  }

  /// A sentence under `say` with its sources.
  func statement(_ object: WrittenObject) -> Statement {
    Statement(text: object.text("say"), sources: sources(object))
  }

  /// A reason under `because` with its sources.
  func reason(_ object: WrittenObject) -> Statement {
    Statement(text: object.text("because"), sources: sources(object))
  }

  func statement(_ written: Written) -> Statement { statement(written.object(["say", "sources"])) }

  func dissent(_ object: WrittenObject) -> Dissent {
    let nothing = Statement(text: "", sources: [])
    return Dissent(
      about: object.text("about"), ours: object.required("ours").map(statement) ?? nothing,
      other: object.required("other").map(statement) ?? nothing)
  }

  private func source(_ written: Written) -> Source {
    let object = written.object(["id", "title", "publisher", "date", "weight", "address"])
    return Source(
      id: object.name("id"), title: object.text("title"), publisher: object.text("publisher"),
      date: object.optional("date")?.text,
      weight: object.required("weight")?.choice(Source.Weight.self) ?? .d,
      address: object.optional("address").map(address))
  }

  /// An address that is safe to follow from a page.
  private func address(_ written: Written) -> String {
    let address = written.text
    if !address.hasPrefix("https://"), !address.hasPrefix("http://") {
      written.fault(.badValue(address, expected: "an address that begins with https:// or http://"))
    }
    return address
  }

  private func device(_ written: Written) -> Device {
    let object = written.object(["id", "label", "also", "codes", "because", "sources"])
    return Device(
      id: object.name("id"), label: object.text("label"), also: object.texts("also"),
      codes: object.required("codes")?.list.compactMap(\.codeRange) ?? [], reason: reason(object))
  }

  private func code(_ written: Written) -> Code {
    let object = written.object(["code", "system", "label", "life"])
    let id = object.text("code")
    if !CodeRange.isCode(id) {
      object.required("code")?.fault(
        .badValue(id, expected: "a letter D and four digits, or five digits"))
    }
    return Code(
      id: id, system: object.required("system")?.choice(Code.System.self) ?? .cdt,
      label: object.text("label"), life: life(object, of: id))
  }

  private func life(_ code: WrittenObject, of id: String) -> Code.Life {
    guard let object = code.required("life")?.object(["since", "until", "replacedBy", "sources"]) else {
      return Code.Life(period: .always, replacedBy: [], sources: [])
    }
    return Code.Life(
      period: Period(
        from: object.optional("since")?.day ?? nil, through: object.optional("until")?.day ?? nil),
      replacedBy: object.list("replacedBy").compactMap { name in
        codeEntries.entry(named: name).map { _ in name.text }
      },
      sources: sources(object))
  }
}
