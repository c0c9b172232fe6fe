import StrictJSON

extension Conversation {
  /// The tree of the service with the open question, or else the last one, as a picture with the answers so
  /// far highlighted; nil if there is none.
  var tree: JSON? {
    var open: Question?
    var service = visit.services.count - 1
    if case .question(let index, let question) = stage { (service, open) = (index, question) }
    guard service >= 0 else { return nil }
    let topic = visit.services[service].topic
    let drawing = book.drawing(
      of: topic, highlighting: answers(service), Drawing.Detail(day: visit.day)
    ) { Picture($0).isReadable }
    let picture = Picture(drawing)
    let path = picture.cards.filter { $0.node.emphasis != .dimmed }
    // Every path has the first question, so the path is never empty.
    let box = (path.first { open != nil && $0.node.question.field == open?.field } ?? path[path.count - 1])
      .box
    return [
      "title": .string(topic.title), "svg": .string(picture.svg), "summary": .string(drawing.summary),
      "width": .integer(picture.width), "height": .integer(picture.height),
      "x": .integer(box.x + box.width / 2),
      "y": .integer(box.y + box.height / 2),
    ]
  }
}
