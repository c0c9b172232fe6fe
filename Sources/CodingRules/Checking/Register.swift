extension Check {
  /// The year in a source's id is that of its date, or the next one for an announced edition.
  static let sourcesPlausible = Check { book in
    book.sources.enumerated().compactMap { index, source in
      guard let year = source.id.years.first, let date = source.date.flatMap(PartialDate.init) else {
        return nil
      }
      if [date.lastDay.year, date.lastDay.year + 1].contains(where: { year == "\($0)" }) { return nil }
      return Finding(
        .yearDiffers(id: source.id, date: date.description), file: "sources.json", path: "[\(index)].date")
    }
  }

  /// Documents of one publisher have the same weight unless a reason is given.
  static let weightsConsistent = Check { book in
    let all = book.sources
    let explained = book.parts.read { reader in
      all.map { reader.definitions.sourceEntries.entry($0.id)?["why"] != nil }
    }
    let sources = Array(zip(all, explained).enumerated()).filter { !$1.1 }.map { ($0, $1.0) }
    return sources.compactMap { index, source in
      sources.first { $1.publisher == source.publisher && $1.weight != source.weight }.map { _, other in
        Finding(
          "'\(excerpt(other.id))' of \(excerpt(source.publisher)) has a different weight; add a 'why'",
          file: "sources.json",
          path: "[\(index)].weight")
      }
    }
  }

  /// The edition covers whole years, its id has the last one, and announcements start the day after.
  static let editionPlausible = Check { book in
    let edition = book.edition
    var problems: [(Finding.Problem, path: String)] = edition.period.daysWithinYears.map {
      (.dateWithinYear($0), "")
    }
    if let last = edition.period.through, let year = edition.id.years.first, year != "\(last.year)" {
      problems.append((.yearDiffers(id: edition.id, date: "\(last)"), "through"))
    }
    for (index, announcement) in book.announced.enumerated()
    where announcement.from != edition.period.through?.next {
      problems.append(
        (
          "an announcement must start on the day after the edition ends, not on \(announcement.from)",
          "announced[\(index)].from"
        ))
    }
    for (index, fallback) in book.fallbacks.enumerated() {
      for code in fallback.line.procedure.codes where !code.id.hasPrefix(fallback.prefix) {
        problems.append((.prefixDiffers(code: code.id, prefix: fallback.prefix), "fallbacks[\(index)].code"))
      }
    }
    return problems.map { Finding($0.0, file: "edition.json", path: $0.path) }
  }
}

extension String {
  /// The years among the words of an id.
  fileprivate var years: [String] {
    split(separator: "-").map(String.init).filter {
      $0.utf8.count == 4 && Int($0).map { (1990...2100).contains($0) } ?? false
    }
  }
}
