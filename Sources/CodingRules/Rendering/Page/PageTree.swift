import StrictJSON

/// The tree of the current topic as a picture, with the answers so far highlighted.
struct PageTree {
  let json: JSON

  /// Draws the tree of the service with the open question, or else the last one; nil if there is none.
  init?(_ conversation: Conversation) {
    var open: Question?
    var service = conversation.visit.services.count - 1
    if case .question(let index, let question) = conversation.stage { (service, open) = (index, question) }
    guard service >= 0 else { return nil }
    let topic = conversation.visit.services[service].topic
    let drawing = conversation.book.drawing(
      of: topic, lit: conversation.answers(service), Drawing.Detail(day: conversation.visit.day)
    ) { Picture($0).isReadable }
    let picture = Picture(drawing)
    let path = picture.cards.filter { $0.node.emphasis != .dimmed }
    // Every path has the first question, so the path is never empty.
    let box = (path.first { open != nil && $0.node.question.field == open?.field } ?? path[path.count - 1])
      .box
    json = [
      "title": .string(topic.title), "svg": .string(picture.svg), "summary": .string(drawing.summary),
      "width": .integer(picture.width), "height": .integer(picture.height),
      "x": .integer(box.x + box.width / 2),
      "y": .integer(box.y + box.height / 2),
    ]
  }
}
