import StrictJSON

/// The page as a function from a link and a user action to a screen.
package struct PageSession: Sendable {
  private let book: RuleBook
  private let reader: SentenceReader

  package static let standard = PageSession(.standard)

  package init(_ book: RuleBook) {
    self.book = book
    reader = book.sentenceReader
  }

  /// Returns the response to a request, both as JSON in UTF-8.
  package func respond(to request: some Collection<UInt8>) -> [UInt8] {
    guard let request = (try? JSONDocument(request))?.root else { return Array("null".utf8) }
    return respond(to: PageRequest(request)).bytes(.compact)
  }

  func respond(to request: PageRequest) -> JSON {
    switch request.action {
    case .quiz: return respond(to: request.opening("quiz=\(request.seed),"))
    case .lesson: return respond(to: request.opening("case=\(request.value)"))
    default: break
    }
    if request.action != .restart, let quiz = PageQuiz(request.link, book) {
      return quiz.json(after: request)
    }
    return conversing(request)
  }

  private func conversing(_ request: PageRequest) -> JSON {
    var lesson = request.action == .restart ? nil : PageLesson(request.link, book)
    var notices: [String] = []
    var conversation = lesson?.conversation(book, reader) ?? restored(request, &notices)
    switch request.action {
    case .read: return conversation.preview(request.value).json
    case .reading: return reader.read(request.value, on: conversation.visit.day).json
    case .advice: return conversation.adviceJSON
    case .say where lesson?.asks == true, .reveal:
      notices += lesson?.take(request.value) ?? []
      conversation = lesson?.conversation(book, reader) ?? conversation
    default:
      let link = conversation.link
      notices += conversation.perform(request)
      if lesson != nil, conversation.link != link {
        lesson = nil
        notices.append("You left the lesson.")
      }
    }
    return PageScreen(
      conversation: conversation, view: conversation.view, notices: notices, lesson: lesson,
      tree: request.showsTree ? conversation.tree(of: request.treeService) : nil
    ).json
  }

  private func restored(_ request: PageRequest, _ notices: inout [String]) -> Conversation {
    let today = request.today ?? book.edition.period.through ?? book.edition.reviewed
    let restored = Conversation.restored(request.link, book, reader: reader, today: today)
    if request.action == .open, !restored.leftOut.isEmpty {
      let parts = restored.leftOut.map { "“\(excerpt($0))”" }.joined(by: ", ")
      notices.append("This link could not be restored completely. These rules do not know: \(parts).")
    }
    var state = restored.conversation.state
    state.sentence = request.sentence
    return Conversation(book, state, reader: reader)
  }
}

/// A request of the page: its link and the user's action.
struct PageRequest {
  private(set) var link: String
  let today: CalendarDay?
  private(set) var action: PageAction
  private(set) var value: String
  let showsTree: Bool
  /// The index of the service whose tree is shown; nil for the one with the open question.
  let treeService: Int?
  /// The sentence that the answers at the link were read from; never part of the link, since it may name a patient.
  let sentence: String
  /// A random number, for a new quiz.
  let seed: Int

  init(_ json: JSONValue) {
    func text(_ key: StaticString) -> String { json[key]?.string ?? "" }
    link = text("link")
    today = CalendarDay(text("today"))
    action = PageAction(rawValue: text("do")) ?? .open
    value = text("value")
    showsTree = json["tree"]?.boolean ?? false
    treeService = json["treeService"]?.integer
    sentence = text("sentence")
    seed = json["seed"]?.integer ?? 0
  }

  /// Returns the request for another link.
  func opening(_ link: String) -> PageRequest {
    var request = self
    (request.link, request.action, request.value) = (link, .open, "")
    return request
  }
}

extension Conversation {
  /// The advice or the open questions, in the JSON format of the command.
  fileprivate var adviceJSON: JSON {
    if case .advises(let advice) = book.evaluate(visit) { advice.json } else { visit.pendingJSON }
  }

  /// Performs the user's action.
  ///
  /// - Returns: The notices to show.
  fileprivate mutating func perform(_ request: PageRequest) -> [String] {
    let value = request.value
    switch request.action {
    case .open, .read, .reading, .advice, .lesson, .reveal, .quiz, .next: break
    case .say:
      // After the answer the page lists the topics, so a number means "another".
      let addsTopic = isAnswered && unsure.isEmpty && Int(value) != nil
      return said(take(addsTopic ? "another \(value)" : value))
    case .change:
      let parts = value.split(separator: " ").map(String.init)
      guard parts.count == 2, let service = Int(parts[0]), visit.services.indices.contains(service) else {
        break
      }
      reopen(parts[1], service: service)
    case .answer: askAgain()
    case .remove:
      if let service = Int(value), visit.services.indices.contains(service) { remove(service: service) }
    case .day: if let day = CalendarDay(value) { set(day: day) }
    case .surgery: reopenSurgery()
    case .whyNot: return said(take("why not " + value))
    case .restart: beginAnother()
    }
    return []
  }

  /// Returns the notices for a reply; empty if the screen itself shows the result.
  private func said(_ reply: Reply) -> [String] {
    let text =
      switch reply {
      case .took(_, let unused, insteadOf: .none): remark(onUnused: unused) ?? ""
      case .added(_, insteadOf: .none), .removed, .chose, .understood, .settled, .reopened, .restarted,
        .notSure, .wentBack:
        ""
      default: self.text(of: reply, .unwrapped)
      }
    return text.notices
  }
}
