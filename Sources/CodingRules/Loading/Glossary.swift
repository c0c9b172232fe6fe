/// The sources, codes and devices of a book, each read when it is first named.
///
/// So one topic costs only what it cites; `readAll` reads the rest and tells what is wrong there.
final class Glossary {
  let log: FindingLog
  private let sources: Entries<Source>
  private let codes: Entries<Code>
  private let devices: Entries<Device>
  private let containsEntry: Written?
  private var predecessors: [String: [String]] = [:]

  init(_ files: DocumentSet, log: FindingLog) {
    self.log = log
    sources = Entries(files.document("sources.json")?.list ?? [], kind: "source", idKey: "id")
    codes = Entries(files.document("codes.json")?.list ?? [], kind: "code", idKey: "code")
    let written = files.document("devices.json")?.object(["contains", "devices"])
    devices = Entries(written?.required("devices")?.list ?? [], kind: "device", idKey: "id")
    containsEntry = written?.required("contains")
    for id in codes.ids {
      for successor in codes.entry(id)?.replacedBy ?? [] { predecessors[successor, default: []].append(id) }
    }
  }

  /// Everything, in the order of the files.
  func readAll() -> (sources: [Source], codes: [Code], devices: [Device]) {
    (
      sources.ids.compactMap { sources.value($0, read: source) },
      codes.ids.compactMap { codes.value($0, read: code) },
      devices.ids.compactMap { devices.value($0, read: device) }
    )
  }

  /// The codes that the working impression or scan of any device takes in.
  var contained: Exclusion? {
    guard let object = containsEntry?.object(["codes", "because", "sources"]) else { return nil }
    return Exclusion(codes: object.list("codes").compactMap(code(named:)), reason: reason(object))
  }

  func code(named name: Written) -> Code? { codes.value(named: name, read: code) }

  func device(named name: Written) -> Device? { devices.value(named: name, read: device) }

  /// The sources under the key `sources`; a statement without any is told.
  func sources(_ object: WrittenObject) -> [Source] {
    guard let names = object.required("sources")?.list else { return [] }
    if names.isEmpty { object.required("sources")?.fault(.noSource) }
    return names.compactMap { sources.value(named: $0, read: source) }
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
    let object = written.object([
      "code", "system", "label", "also", "life", "site", "byReport", "limits", "checklist",
      "chartNote", "coverage", "questions", "dissent",
    ])
    let id = object.text("code")
    if !CodeRange.isCode(id) {
      object.required("code")?.fault(.badValue(id, expected: "a letter D and four digits, or five digits"))
    }
    return Code(
      id: id, system: object.required("system")?.choice(Code.System.self) ?? .cdt,
      label: object.text("label"), also: object.texts("also"), life: life(object, of: id),
      site: object.optional("site").map(site), byReport: object.optional("byReport").map(statement),
      limits: object.optional("limits").map(limits),
      checklist: object.list("checklist").map(statement),
      chartNote: object.optional("chartNote").map(statement),
      coverage: object.list("coverage").map(statement),
      questions: object.list("questions").map(commonQuestion),
      dissent: object.list("dissent").map { dissent($0.object(["about", "ours", "other"])) })
  }

  private func life(_ code: WrittenObject, of id: String) -> Code.Life {
    guard let object = code.required("life")?.object(["since", "until", "replacedBy", "sources"]) else {
      return Code.Life(period: .always, replacedBy: [], predecessors: [], sources: [])
    }
    return Code.Life(
      period: period(object.written),
      replacedBy: object.list("replacedBy").compactMap { name in
        codes.entry(named: name).map(relative)
      },
      predecessors: (predecessors[id] ?? []).compactMap { codes.entry($0).map(relative) },
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

  private func site(_ written: Written) -> Code.Site {
    let object = written.object(["needs", "sources"])
    return Code.Site(
      need: object.required("needs")?.choice(Code.Site.Need.self) ?? .none, sources: sources(object))
  }

  private func limits(_ written: Written) -> Code.Limits {
    let object = written.object(["units", "globalDays", "say", "sources"])
    return Code.Limits(
      units: object.optional("units")?.count, globalDays: object.optional("globalDays")?.count,
      statement: statement(object))
  }

  private func commonQuestion(_ written: Written) -> Code.CommonQuestion {
    let object = written.object(["ask", "say", "sources"])
    return Code.CommonQuestion(ask: object.text("ask"), answer: statement(object))
  }
}

extension Written {
  /// The codes that took this code's place, as written; empty when there are none.
  fileprivate var replacedBy: [String] {
    self["life"]?["replacedBy"]?.list.compactMap(\.textIfAny) ?? []
  }
}
