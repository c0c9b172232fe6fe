extension Conversation {
  /// Returns the text of the current question; empty once everything is answered.
  package func question(_ style: TextStyle) -> String {
    var page = TextPage(style)
    switch stage {
    case .opening: writeOpening(on: &page)
    case .meaning(let ambiguity, let choices):
      page.heading("“\(excerpt(ambiguity.words))” can mean several things. Which one?")
      page.columns(choices.map(\.label))
    case .question(let service, let question):
      if visit.services.count > 1 { page.heading("\(service + 1). \(title(of: service))", .code) }
      page.heading(question.ask)
      page.columns(question.answers.map(\.label))
    case .surgery: page.heading("When is the surgery?")
    case .answered: break
    }
    return page.text
  }

  private func writeOpening(on page: inout TextPage) {
    page.heading("What was done? Describe it in your own words, or pick a topic:")
    page.paragraph("For example: we scanned both arches and printed the models here", indent: 2)
    page.columns(topics.map(\.title))
  }

  /// Returns the prompt: what can be typed and how many questions are left.
  ///
  /// - Parameter isFirst: Whether to list the commands too.
  package func prompt(isFirst: Bool, _ style: TextStyle) -> String {
    let (long, short) = prompts(isFirst)
    return displayWidth(long) <= style.width - 4 ? long : short
  }

  /// Returns the prompt and a short one for narrow terminals.
  private func prompts(_ isFirst: Bool) -> (long: String, short: String) {
    switch stage {
    case .opening:
      let prompt = "[a sentence, a number, or quit] "
      return (prompt, prompt)
    case .meaning(_, let choices):
      let prompt = "[1-\(choices.count) or a word, ? for help, back] "
      return (prompt, prompt)
    case .question(_, let question):
      let left = questionsLeft == 1 ? "last question" : "\(questionsLeft) questions left at most"
      let range = "1-\(question.answers.count) or a word"
      let commands = isFirst ? "?, why, not sure, back, quit" : "? for help"
      return ("(\(left)) [\(range), \(commands)] ", "[\(range), ? for help] ")
    case .surgery:
      return ("[a date like 3/20/2026, or Enter if it is not known] ", "[a date, or Enter if not known] ")
    case .answered where unsure.isEmpty:
      let commands = "details, chart, payers, why, change 2, ? for more"
      return ("[Enter to finish; \(commands)] ", "[Enter to finish, ? for more] ")
    case .answered:
      let prompt = "[an answer, back, or Enter to stop] "
      return (prompt, prompt)
    }
  }

  /// Returns the response to a typed line; empty if there is nothing to say.
  package func text(of reply: Reply, _ style: TextStyle) -> String {
    var page = TextPage(style)
    switch reply {
    case .took(let steps, let unused, let old):
      for step in steps {
        let replaced = old.map { $0.question.field == step.question.field ? $0.answer.label : nil } ?? nil
        page.item("->", step.answer.label + insteadOf(replaced), indent: 0, hang: 3)
      }
      write(unused: unused, on: &page)
    case .understood(let reading): write(reading, on: &page)
    case .added(let topics, let old):
      for topic in topics { page.item("->", topic.title + insteadOf(old?.title), indent: 0, hang: 3) }
    case .chose(let meaning): page.item("->", meaning.label, indent: 0, hang: 3)
    case .ambiguous(let question, let answers):
      page.paragraph("Which one? Type its number or a longer word.")
      let numbers = answers.compactMap { question.answers.firstIndex(of: $0).map { $0 + 1 } }
      page.columns(answers.map(\.label), numbers: numbers)
    case .otherTopic(let topic, let typed):
      page.paragraph(
        "“\(excerpt(typed))” belongs to “\(topic.title)”. Answer this question first, or add a service: another \(topic.id)."
      )
    case .notUnderstood(let typed, let suggestion):
      let end = suggestion.map { "Did you mean “\($0)”?" } ?? hint
      page.paragraph("I did not understand “\(excerpt(typed))”. \(end)")
    case .dated: page.item("->", "Date of service \(visit.day)", indent: 0, hang: 3)
    case .tooEarly(let typed):
      page.paragraph(
        "“\(excerpt(typed))” works once there is an answer. Answer this first, or type “not sure”.")
    case .noDate(let typed): page.paragraph("“\(excerpt(typed))” is not a date. Type it like 3/20/2026.")
    case .code(let card): writeCode(card, on: &page)
    case .topics: writeTopics(on: &page)
    case .talkHelp: writeTalkHelp(on: &page)
    case .nothingTyped: page.paragraph("Type a number or a word, ? for help, or quit.")
    case .help(let question): question.writeHelp(on: &page)
    case .why(let outlook):
      if let why = outlook.question.why { page.paragraph(why) }
      outlook.write(on: &page, by: book)
    case .notSure(let outlook): writeNotSure(outlook, on: &page)
    case .reopened(let step): page.item("->", "Changing: \(step.question.ask)", indent: 0, hang: 3)
    case .removed(let title): page.item("->", "Removed: \(title)", indent: 0, hang: 3)
    case .wentBack: page.paragraph("Undone.")
    case .atBeginning: page.paragraph("There is nothing to undo.")
    case .review: writeReview(on: &page)
    case .restarted: page.paragraph("Starting over.")
    case .whyNot(let code): return whyNot(code, style)
    case .note: return view?.chartNote(style) ?? openQuestions(style)
    case .settled, .show, .save, .finished, .quit: break
    }
    return page.text
  }

  /// A hint about what to type after a line that was not understood.
  private var hint: String {
    switch stage {
    case .opening:
      "Say what was taken or made, such as “pano” or “scan for a crown”, or type a number. What is only "
        + "planned, declined or delivered has no code here."
    case .answered: "Type ? for what you can type here."
    default:
      items.isEmpty
        ? "Type a number, or ? for help."
        : "Type a number, or ? for help. “review” lists the answers so far; “change 2” changes one."
    }
  }

  /// Writes what was understood, with the item numbers for `change`.
  private func write(_ reading: Reading, on page: inout TextPage) {
    reading.writeCorrections(on: &page)
    if visit.services.isEmpty { return write(unused: reading.unused, on: &page) }
    page.paragraph("I understood:")
    if let date = reading.date { page.item("-", "Date of service \(date)", hang: 2, .code) }
    writeItems(on: &page)
    // Flags replace what the sentence states.
    let replaced = (reading.services.flatMap(\.stated) + reading.facts).filter { stated in
      !visit.services.indices.contains { answers($0)[stated.field] == stated.answer }
    }
    write(unused: replaced.map(\.words) + reading.unused, on: &page)
  }

  private func insteadOf(_ name: String?) -> String { name.map { ", not “\($0)”" } ?? "" }

  private func write(unused: [String], on page: inout TextPage) {
    if let remark = remark(onUnused: unused) { page.paragraph(remark, indent: 2) }
  }

  private func writeItems(on page: inout TextPage) {
    var number = 0
    for (index, _) in visit.services.enumerated() {
      let isAlone = visit.services.count == 1
      page.item(isAlone ? "-" : "\(index + 1).", title(of: index), hang: isAlone ? 2 : 3, .code)
      for item in items where item.service == index {
        number += 1
        page.item("\(number)", item.step.sentence, indent: 4, hang: 3)
      }
    }
  }

  private func writeReview(on page: inout TextPage) {
    if visit.services.isEmpty { return page.paragraph("Nothing has been answered yet.") }
    writeItems(on: &page)
    page.paragraph(
      "To change an answer, type “change” and its number"
        + (visit.services.count > 1 ? "; to remove a service, “remove” and its number." : "."))
  }
}
