import Foundation
import FoundationXML

/// The texts of a well-formed SVG document, by element name.
final class SVGTexts: NSObject, XMLParserDelegate {
  private(set) var texts: [String: [String]] = [:]
  private var open: [String] = []
  private var current: [String] = []

  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    open.append(name)
    current.append("")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    for index in current.indices { current[index] += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let text = current.removeLast()
    open.removeLast()
    if !text.allSatisfy(\.isWhitespace), !["svg", "g"].contains(name) {
      texts[name, default: []].append(text)
    }
  }
}
