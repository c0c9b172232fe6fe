import StrictJSON

extension Conversation {
  /// Returns the tree of a service as a picture with the answers so far highlighted; nil if there is none.
  ///
  /// - Parameter chosen: The index of the service; otherwise it is the one with the open question, or the last one.
  func tree(of chosen: Int?) -> JSON? {
    var open: Question?
    var service = visit.services.count - 1
    if case .question(let index, let question) = stage { (service, open) = (index, question) }
    if let chosen, visit.services.indices.contains(chosen), chosen != service {
      (service, open) = (chosen, nil)
    }
    guard service >= 0 else { return nil }
    let drawing = book.drawing(
      of: visit.services[service].topic, highlighting: answers(service), Drawing.Detail(day: visit.day)
    ) { Picture($0).isReadable }
    let picture = Picture(drawing)
    let path = picture.cards.filter { $0.node.emphasis != .dimmed }
    // Every path has the first question, so the path is never empty.
    let box = (path.first { open != nil && $0.node.question.field == open?.field } ?? path[path.count - 1])
      .box
    return [
      "heading": treeHeading(service).json, "svg": .string(picture.svg), "summary": .string(drawing.summary),
      "width": .integer(picture.width), "height": .integer(picture.height),
      "x": .integer(box.x + box.width / 2),
      "y": .integer(box.y + box.height / 2),
    ]
  }

  /// Returns the title of the tree; of several services, a choice between their trees.
  private func treeHeading(_ shown: Int) -> PageElement {
    guard visit.services.count > 1 else { return PageElement("strong", title(of: shown)) }
    return PageElement(
      "select", ["aria-label": "The service whose tree is shown"],
      visit.services.indices.map { service in
        let mark: KeyValuePairs = service == shown ? ["selected": ""] : [:]
        return PageElement("option", mark, "\(service + 1). \(title(of: service))")
      })
  }
}
