import CodingRules

/// A service described by a row.
struct RowService {
  let service: Service
  /// Values that are not answers, in columns merely named like questions; they count as empty.
  let unrecognized: [UnknownAnswer]
}

/// The services described by a row.
struct RowServices {
  var services: [RowService] = []
  /// The remark about the words of its text that were not used; nil if there are none.
  var remark: String?
}

extension RowWords {
  /// The services of the row: of the topic it names, or else of its text; none if the text mentions
  /// none and the row has no answers.
  func services(_ settings: BatchSettings) throws(RowProblem) -> RowServices {
    guard settings.profile.text != nil else {
      return RowServices(services: [try service(settings, try topic(), [:])])
    }
    let reading = settings.officeWords.reader.read(text ?? "")
    if let open = reading.ambiguities.first(where: { !isSettled($0) }) {
      throw .ambiguous(open.words, could: open.could)
    }
    let main = try topic()
    let stated = reading.services.filter { !namesTopic || $0.topic == main.id }
    var row = RowServices(remark: remark(onUnused: reading.unused).map { $0 + "." })
    for read in stated {
      if let topic = settings.topic(named: read.topic) {
        row.services.append(try service(settings, topic, read.answers.completed(by: reading.factAnswers)))
      }
    }
    if row.services.isEmpty, namesTopic || fields.contains(where: { settings.has($0, main) }) {
      row.services = [try service(settings, main, reading.factAnswers)]
    }
    return row
  }

  private func service(
    _ settings: BatchSettings, _ topic: Topic, _ stated: Answers
  ) throws(RowProblem) -> RowService {
    let words = try words { settings.has($0, topic) }
    do throws(UnknownAnswer) {
      return try settings.service(topic, for: words, stated: stated)
    } catch {
      throw .unknownAnswer(error)
    }
  }

  /// Whether other columns settle an ambiguity in the text: by naming the topic or the answer.
  private func isSettled(_ ambiguity: Ambiguity) -> Bool {
    ambiguity.could.allSatisfy { meaning in
      guard let equals = meaning.firstIndex(of: "="), let point = meaning.firstIndex(of: ".") else {
        return namesTopic
      }
      return hasWord(for: String(meaning[meaning.index(after: point)..<equals]))
    }
  }
}
