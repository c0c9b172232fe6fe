/// Readers of statements and their evidence.
extension Definitions {
  /// The keys of a statement's evidence.
  static let evidenceKeys = ["sources", "derived"]

  /// Reads a statement with its sentence under `say`.
  func statement(_ object: WrittenObject) -> Statement {
    Statement(text: object.text("say"), evidence: evidence(object))
  }

  /// Reads a statement, which may be a shared one.
  func statement(_ written: Written) -> Statement {
    statement(object(written, ["say"] + Self.evidenceKeys, sharing: .statement))
  }

  /// Reads a statement with its sentence under `because`, or under `say` in a shared statement.
  func reason(_ object: WrittenObject) -> Statement {
    let isShared = object.shared != nil && object.written["because"] == nil
    return Statement(text: object.text(isShared ? "say" : "because"), evidence: evidence(object))
  }

  /// Reads a statement about a payer, with its date.
  func payerStatement(_ object: WrittenObject) -> Statement {
    let date = PayerDate(asOf: deferred { $0.asOf(object) }, confirmation: confirmation(object))
    return Statement(text: object.text("say"), evidence: evidence(object), payerDate: date)
  }

  /// The keys that only payer statements have.
  static let payerKeys = ["asOf", "confirmed"]

  /// Reads the date under `asOf`, or else the latest date of a source; reports the absence of both.
  private func asOf(_ object: WrittenObject) -> PartialDate? {
    if let written = object.optional("asOf") { return written.knownDate(until: reviewed) }
    let dates = grounds(object).citations.compactMap { $0.source.date.flatMap(PartialDate.init) }
    if dates.isEmpty { object.written.fault(.keyMissing("asOf")) }
    return dates.max { $0.lastDay < $1.lastDay }
  }

  /// Reads the evidence of an object, reporting its absence.
  func evidence(_ object: WrittenObject) -> Evidence {
    Evidence(deferred { $0.grounds(object) })
  }

  /// Reads the evidence of an object immediately.
  func grounds(_ object: WrittenObject) -> Evidence.Grounds {
    let isDerived = object.flag("derived")
    let citations = object.list("sources").compactMap(citation)
    if citations.isEmpty, !isDerived {
      if let sources = object.optional("sources") {
        if sources.isEmptyList { sources.fault("a statement needs at least one source") }
      } else {
        object.written.fault(.keyMissing("sources"))
      }
    }
    return Evidence.Grounds(citations: citations, isDerived: isDerived)
  }

  /// Reads a citation: the source's id, then optionally a space and the location.
  private func citation(_ written: Written) -> Citation? {
    let text = written.text
    let (id, at) = text.atFirstSpace
    if at?.isEmpty == true { written.fault(.badValue(text, expected: "a location behind the source")) }
    checkPart(at, of: id, in: written)
    return source(id, in: written).map { Citation(source: $0, at: at) }
  }

  /// Reports a location that is not among the parts a source lists.
  private func checkPart(_ at: String?, of id: String, in citation: Written) {
    guard !citation.file.isChecked, let parts = sourceEntries.entry(id)?["parts"]?.list.map(\.text)
    else { return }
    if parts.contains(at ?? "") { return }
    let known = parts.map { "'\($0)'" }.joined(separator: ", ")
    citation.fault(.badValue(citation.text, expected: "the source with one of its parts \(known)"))
  }

  func dissent(_ object: WrittenObject) -> Dissent {
    Dissent(about: object.text("about"), views: deferred { $0.views(object) })
  }

  private func views(_ object: WrittenObject) -> Dissent.Views {
    let nothing = Statement(text: "", evidence: .none)
    return Dissent.Views(
      ours: object.required("ours").map(statement) ?? nothing,
      other: object.required("other").map(statement) ?? nothing)
  }

  func source(_ written: Written) -> Source {
    let object = written.object(["id", "title", "publisher", "date", "weight", "why", "address", "parts"])
    return object.source(
      date: object.optional("date").flatMap { $0.partialDate(until: reviewed)?.description })
  }
}

extension WrittenObject {
  /// Returns a source document with a date, which books and plans read differently.
  func source(date: String?) -> Source {
    Source(
      id: name("id"), title: text("title"), publisher: text("publisher"), date: date,
      weight: choice("weight", or: .c), address: optional("address")?.address)
  }
}
