/// The sources, codes and devices of a book, each read when it is first named.
///
/// So one topic costs only what it cites; `readAll` reads the rest and tells what is wrong there.
final class Glossary {
  let log: FindingLog
  private let files: RuleFiles
  /// The one date of service that is asked for; nil for any.
  private let day: CalendarDay?
  private lazy var sourceEntries = entries("sources.json", kind: "source", idKey: "id")
  private lazy var codeEntries = entries("codes.json", kind: "code", idKey: "code")
  lazy var cardEntries = entries("cards.json", kind: "card", idKey: "code")
  private lazy var deviceEntries = Entries(deviceFile?.required("devices"), kind: "device", idKey: "id")
  private lazy var deviceFile = files.document("devices.json", log: log)?.object(["contains", "devices"])
  private lazy var predecessors: [String: [String]] = readPredecessors()
  private var sources = Known<Source>()
  private var codes = Known<Code>()
  private var devices = Known<Device>()

  /// Begins without a look at the files.
  ///
  /// - Parameter day: The one date of service that is asked for: codes in force on it stand without what was before
  ///   and after them, and without the sources of their dates.
  init(_ files: RuleFiles, log: FindingLog, for day: CalendarDay? = nil) {
    self.files = files
    self.log = log
    self.day = day
  }

  private func entries(_ file: String, kind: String, idKey: StaticString) -> Entries {
    Entries(files.document(file, log: log), kind: kind, idKey: idKey)
  }

  /// For each code the codes whose place it took.
  private func readPredecessors() -> [String: [String]] {
    var predecessors: [String: [String]] = [:]
    for id in codeEntries.all {
      for successor in codeEntries.entry(id)?.replacedBy ?? [] {
        predecessors[successor, default: []].append(id)
      }
    }
    return predecessors
  }

  /// Everything, in the order of the files; each code has a card, though it may be empty.
  func readAll() -> (sources: [Source], cards: [CodeCard], devices: [Device]) {
    for id in cardEntries.all { _ = cardEntries.entry(id)?["code"].flatMap(code(named:)) }
    return (
      sourceEntries.all.compactMap { source($0, sourceEntries.entry($0)) },
      codeEntries.all.compactMap { code($0, codeEntries.entry($0)).map(card) },
      deviceEntries.all.compactMap { device($0, deviceEntries.entry($0)) }
    )
  }

  // MARK: What rules name

  func code(named name: Written) -> Code? { code(name.text, codeEntries.entry(named: name)) }

  func device(named name: Written) -> Device? { device(name.text, deviceEntries.entry(named: name)) }

  /// The sources under the key `sources`; a statement without any is told.
  func sources(_ object: WrittenObject) -> [Source] {
    guard let names = object.required("sources")?.list else { return [] }
    if names.isEmpty { object.required("sources")?.fault(.noSource) }
    return names.compactMap { source($0.text, sourceEntries.entry(named: $0)) }
  }

  /// Whether a code may be told as not in force.
  func lapses(_ code: Code) -> Bool { day.map { !code.life.period.contains($0) } ?? true }

  private func code(_ id: String, _ written: @autoclosure () -> Written?) -> Code? {
    if let code = codes[id] { return code }
    guard let code = written().map(code) else { return nil }
    codes.add(code, as: id)
    return code
  }

  private func device(_ id: String, _ written: @autoclosure () -> Written?) -> Device? {
    if let device = devices[id] { return device }
    guard let device = written().map(device) else { return nil }
    devices.add(device, as: id)
    return device
  }

  private func source(_ id: String, _ written: @autoclosure () -> Written?) -> Source? {
    if let source = sources[id] { return source }
    guard let source = written().map(source) else { return nil }
    sources.add(source, as: id)
    return source
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
      address: object.optional("address")?.text)
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
      return Code.Life(period: .always, replacedBy: [], predecessors: [], sources: [])
    }
    let period = period(object.written)
    if let day, period.contains(day) {
      return Code.Life(period: period, replacedBy: [], predecessors: [], sources: [])
    }
    return Code.Life(
      period: period,
      replacedBy: object.list("replacedBy").compactMap { codeEntries.entry(named: $0).map(relative) },
      predecessors: (predecessors[id] ?? []).compactMap { codeEntries.entry($0).map(relative) },
      sources: sources(object))
  }

  private func relative(_ written: Written) -> Code.Relative {
    Code.Relative(
      id: written["code"]?.text ?? "", label: written["label"]?.text ?? "",
      period: written["life"].map(period) ?? .always)
  }

  private func period(_ life: Written) -> Period {
    Period(from: life["since"]?.day ?? nil, through: life["until"]?.day ?? nil)
  }
}

extension Written {
  /// The codes that took this code's place, as written; empty when there are none.
  fileprivate var replacedBy: [String] {
    self["life"]?["replacedBy"]?.list.compactMap(\.textIfAny) ?? []
  }
}

/// What was read, by id, in the order of reading.
private struct Known<Value> {
  private var ids: [String] = []
  private var values: [Value] = []

  /// The value with an id; nil when there is none yet.
  subscript(id: String) -> Value? { ids.place(of: id).map { values[$0] } }

  mutating func add(_ value: Value, as id: String) {
    ids.append(id)
    values.append(value)
  }
}
