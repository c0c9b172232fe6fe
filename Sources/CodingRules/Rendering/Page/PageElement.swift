import StrictJSON

/// An element of the page or a text node.
///
/// Encoded as JSON, so that text can never become markup: a string for text; an array of name,
/// attributes and children for an element.
struct PageElement: Sendable {
  let json: JSON

  /// Creates an element.
  ///
  /// - Parameter name: The tag, followed by classes after dots.
  /// - Parameter children: The children; nil ones are skipped.
  init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [PageElement?]) {
    let attributes = JSON.object(attributes.map { (key: $0.key, value: .string($0.value)) })
    json = .array([.string(name), attributes] + children.compactMap { $0?.json })
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: PageElement?...) {
    self.init(name, attributes, children)
  }

  init(_ name: String, _ children: [PageElement?]) { self.init(name, [:], children) }

  init(_ name: String, _ children: PageElement?...) { self.init(name, [:], children) }

  /// Creates an element that contains only text.
  init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) {
    self.init(name, attributes, [.text(text)])
  }

  init(_ name: String, _ text: String) { self.init(name, [.text(text)]) }

  private init(text: String) {
    json = .string(text)
  }

  static func text(_ text: String) -> PageElement { PageElement(text: text) }

  /// Returns a list with an item for each element; nil if there are none.
  static func list(_ name: String, _ items: [PageElement]) -> PageElement? {
    items.isEmpty ? nil : PageElement(name, items.map { PageElement("li", $0) })
  }

  /// Returns the notices to announce; nil if there are none.
  static func notices(_ texts: [String]) -> PageElement? {
    texts.isEmpty ? nil : PageElement("div.notice", ["role": "status"], texts.map { PageElement("p", $0) })
  }

  /// Returns a button for an action.
  ///
  /// - Parameter kind: The classes, each after a dot.
  static func button(
    _ kind: String, _ action: PageAction, _ value: String, _ children: PageElement?...
  ) -> PageElement {
    PageElement(
      "button" + kind, ["type": "button", "data-do": action.rawValue, "data-value": value], children)
  }
}

extension String {
  /// The lines without indents, as notices.
  var notices: [String] { split(separator: "\n").map { String($0).trimmed } }
}

/// A user action that changes what the page shows.
enum PageAction: String {
  case open
  /// Submits a number, a word or a sentence.
  case say
  /// Previews the text being typed.
  case read
  /// Returns the reading of a sentence as JSON.
  case reading
  /// Returns the advice, or the open questions, as JSON.
  case advice
  /// Changes an answer; the value is the service and the field.
  case change
  /// Answers a question left as "not sure".
  case answer
  /// Removes the service with this index.
  case remove
  case day
  case surgery
  case whyNot
  case restart
  /// Starts the lesson of the case with this id.
  case lesson
  /// Gives the answer of the lesson's case.
  case reveal
  case quiz
  case next
}
