import StrictJSON

/// An element of the page, or text in it.
///
/// It is handed over as JSON, a string for text and for an element an array of its name, its attributes and its
/// children, so that no text can become markup.
struct PageElement: Sendable {
  let json: JSON

  /// An element.
  ///
  /// - Parameter name: Its tag, with its classes after dots.
  /// - Parameter children: What is in it; nil for nothing.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [PageElement?]) {
    let attributes = JSON.object(attributes.map { (key: $0.key, value: .string($0.value)) })
    json = .array([.string(name), attributes] + children.compactMap { $0?.json })
  }

  /// An element with only text in it.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String) {
    self.init(name, attributes, [.text(text)])
  }

  private init(text: String) {
    json = .string(text)
  }

  /// Text.
  static func text(_ text: String) -> PageElement { PageElement(text: text) }

  /// A list with an item for each element; nil when there is none.
  static func list(_ name: String, _ items: [PageElement]) -> PageElement? {
    items.isEmpty ? nil : PageElement(name, [:], items.map { PageElement("li", [:], [$0]) })
  }

  /// A button that does something.
  ///
  /// - Parameter kind: Its classes, each after a dot.
  static func button(
    _ kind: String = "", _ action: PageAction, _ value: String = "", _ children: [PageElement?]
  )
    -> PageElement
  {
    PageElement(
      "button" + kind, ["type": "button", "data-do": action.rawValue, "data-value": value], children)
  }
}

/// What a person can do on the page that changes what is shown.
enum PageAction: String {
  /// Opens an address.
  case open
  /// Says something: a number, a word or a sentence.
  case say
  /// Reads what is being typed, without taking it.
  case read
  /// Gives the reading of a sentence as JSON.
  case reading
  /// Gives the advice, or what is still to be answered, as JSON.
  case advice
  /// Changes an answer; the value is the service and the field.
  case change
  /// Answers a question that nobody was sure about.
  case answer
  /// Removes the service with this index.
  case remove
  /// Sets the date of service.
  case day
  /// Changes the date of surgery.
  case surgery
  /// Asks why a code is not reported.
  case whyNot
  /// Starts over.
  case restart
  /// Begins the lesson of the case with this id.
  case lesson
  /// Answers as the case of the lesson does.
  case reveal
  /// Begins a quiz.
  case quiz
  /// Goes on to the next question of a quiz.
  case next
}
