import Foundation
import Testing

@testable import CodingRules

/// Pictures of every topic, with a path and expanded, and of one full of traps.
struct PictureTests {
  static let book = RuleBook.standard

  static let pictures: [(name: String, picture: Picture)] = DrawingTests.topics.flatMap { topic in
    let first = topic.questions[0]
    let answers: Answers = [first.field: first.answers[0].id]
    return [
      (topic.id, book.drawing(of: topic)),
      ("\(topic.id) lit", book.drawing(of: topic, highlighting: answers)),
      ("\(topic.id) expanded", book.drawing(of: topic, Drawing.Detail(isExpanded: true))),
    ].map { ($0.0, Picture($0.1)) }
  }

  @Test(arguments: pictures.indices) func contentsStayInTheirBoxes(_ index: Int) {
    let picture = Self.pictures[index].picture
    let all = Picture.Box(width: picture.width, height: picture.height)
    for card in picture.cards {
      #expect(all.contains(card.box))
      let inside = Picture.Box(width: card.box.width, height: card.box.height)
      for line in card.heading { #expect(inside.contains(line.box)) }
      for row in card.rows {
        for line in row.lines + row.chips.flatMap(\.lines) { #expect(inside.contains(line.box)) }
        for chip in row.chips {
          #expect(inside.contains(chip.box))
          for line in chip.lines { #expect(chip.box.contains(line.box)) }
        }
      }
    }
    for line in picture.heading { #expect(all.contains(line.box)) }
    for chip in picture.legend { #expect(all.contains(chip.box)) }
  }

  @Test(arguments: pictures.indices) func nothingOverlaps(_ index: Int) {
    let picture = Self.pictures[index].picture
    let boxes = picture.cards.map(\.box) + picture.legend.map(\.box) + picture.heading.map(\.box)
    for (index, box) in boxes.enumerated() {
      for other in boxes[..<index] { #expect(!box.overlaps(other), "\(box) \(other)") }
    }
    for card in picture.cards {
      for (row, next) in zip(card.rows, card.rows.dropFirst()) {
        #expect(row.box.y + row.box.height == next.box.y)
      }
    }
  }

  /// Arrows are horizontal or vertical, connect the sides of two cards, and cross none.
  @Test(arguments: pictures.indices) func arrowsDoNotCrossCards(_ index: Int) {
    let picture = Self.pictures[index].picture
    for edge in picture.edges {
      for (from, to) in zip(edge.points, edge.points.dropFirst()) {
        #expect(from.x == to.x || from.y == to.y)
        let path = Picture.Box(
          x: min(from.x, to.x) + 1, y: min(from.y, to.y), width: abs(from.x - to.x) - 2,
          height: abs(from.y - to.y))
        for card in picture.cards {
          #expect(!path.overlaps(card.box), "\(edge) \(card.node.number)")
        }
      }
      #expect(picture.cards.contains { $0.box.x + $0.box.width == edge.points.first?.x })
      #expect(picture.cards.contains { $0.box.x == edge.points.last?.x })
    }
  }

  @Test(arguments: pictures.indices) func theDocumentHoldsEveryWord(_ index: Int) throws {
    let picture = Self.pictures[index].picture
    let words = try #require(SVGTexts(picture.svg))
    let drawing = picture.drawing
    #expect(words.texts["title"] == [drawing.title] + drawing.nodes.flatMap(\.tooltips))
    #expect(words.texts["desc"] == [drawing.summary])
    let drawn = (words.texts["text"] ?? []).joined(separator: " ").split(separator: " ").joined()
    for node in drawing.nodes {
      for text in [node.question.ask] + node.branches.flatMap(\.labels)
        + node.branches.flatMap(\.outcomes).map(\.text)
      {
        #expect(drawn.contains(text.split(separator: " ").joined()), "\(text)")
      }
    }
    #expect(Set(words.texts.keys) == ["title", "desc", "style", "text", "tspan"])
  }

  @Test(arguments: book.topics.map(\.id)) func topicsAreReadableFromTheBackOfARoom(_ id: String)
    throws
  {
    let topic = try #require(Self.book.topic(id))
    let drawing = Self.book.drawing(of: topic) { Picture($0).isReadable }
    let picture = Picture(drawing)
    #expect(16 * picture.scale >= 16)
    #expect(
      picture.cards.flatMap { $0.heading + $0.rows.flatMap(\.lines) }.allSatisfy { $0.size == 16 })
  }

  @Test func textWidthsAreThoseOfTheFont() {
    #expect(textWidth("", size: 16) == 0)
    #expect(textWidth("Hamburgefonstiv", size: 1000) == 7558)
    #expect(textWidth("D0470", size: 1000, isBold: true) == 2946)
    #expect(textWidth("中", size: 16) == 16 && textWidth("e\u{301}", size: 1000) == 722)
  }
}

extension Drawing.Node {
  fileprivate var tooltips: [String] {
    branches.filter { $0.isGroup }.map { $0.answers.map(\.label).joined(separator: ", ") }
  }
}

extension Picture.Line {
  fileprivate var box: Picture.Box {
    Picture.Box(x: at.x, y: at.y - size * 3 / 4, width: width, height: size)
  }
}

extension Picture.Box {
  fileprivate func contains(_ other: Self) -> Bool {
    x <= other.x && other.x + other.width <= x + width && y <= other.y
      && other.y + other.height <= y + height
  }

  fileprivate func overlaps(_ other: Self) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}
