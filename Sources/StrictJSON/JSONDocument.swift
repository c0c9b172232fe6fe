/// A strict JSON text, read once into a flat list of nodes.
///
/// Reading costs one pass and no allocation a value; strings are made when they are asked for.
/// Nesting is bounded by memory alone.
public struct JSONDocument: Sendable {
  /// What to do with a key that its object already has.
  public enum RepeatedKeys: Sendable {
    /// The text is refused.
    case refused
    /// All are kept, in order, for a caller that tells of them itself.
    case kept
  }

  struct Node {
    enum Kind: UInt8 { case null, `false`, `true`, number, string, escapedString, array, object }
    let kind: Kind
    /// The first byte, an opening quote or bracket included.
    let start: Int
    /// The byte after the last.
    var end: Int
    /// The index of the node after this one and all that it holds.
    var next: Int
  }

  let bytes: [UInt8]
  let nodes: [Node]

  /// Reads a text that is one JSON value in UTF-8.
  public init(_ bytes: [UInt8], repeatedKeys: RepeatedKeys = .refused) throws(JSONError) {
    var reader = DocumentReader(nodes: [])
    reader.nodes.reserveCapacity(bytes.count / 12)
    let failure = bytes.withUnsafeBufferPointer { buffer -> JSONError? in
      do throws(JSONError) {
        try reader.read(buffer)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    self.bytes = bytes
    nodes = reader.nodes
    if repeatedKeys == .refused { try refuseRepeatedKeys() }
  }

  /// The one value of the text.
  public var root: JSONValue { JSONValue(document: self, index: 0) }

  private func refuseRepeatedKeys() throws(JSONError) {
    for index in nodes.indices where nodes[index].kind == .object {
      var seen: Set<String> = []
      for member in JSONValue(document: self, index: index).members ?? [] {
        guard seen.insert(member.key).inserted else {
          throw JSONError(.repeatedKey(member.key), at: member.keyOffset)
        }
      }
    }
  }
}

/// The one pass: tokens to nodes, with a stack of the open containers instead of recursion.
private struct DocumentReader {
  var nodes: [JSONDocument.Node]
  private var open: [Int] = []

  init(nodes: [JSONDocument.Node]) {
    self.nodes = nodes
  }

  mutating func read(_ buffer: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var scanner = JSONScanner(buffer)
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(.byteOrderMark, at: 0) }
    repeat {
      try readValue(&scanner)
      try closeContainers(&scanner)
    } while !open.isEmpty
    scanner.skipBlanks()
    if !scanner.isAtEnd { throw scanner.failure(.trailingText) }
  }

  /// Reads a scalar, an empty container, or the opening of a container up to its first value.
  private mutating func readValue(_ scanner: inout JSONScanner) throws(JSONError) {
    scanner.skipBlanks()
    let start = scanner.offset
    switch scanner.next {
    case UInt8(ascii: "\""):
      append(try scanner.skipString() ? .escapedString : .string, start, scanner.offset)
    case UInt8(ascii: "{"):
      try openContainer(.object, close: UInt8(ascii: "}"), &scanner)
    case UInt8(ascii: "["):
      try openContainer(.array, close: UInt8(ascii: "]"), &scanner)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try scanner.skipNumber()
      append(.number, start, scanner.offset)
    case UInt8(ascii: "t"):
      try scanner.skip("true")
      append(.true, start, scanner.offset)
    case UInt8(ascii: "f"):
      try scanner.skip("false")
      append(.false, start, scanner.offset)
    case UInt8(ascii: "n"):
      try scanner.skip("null")
      append(.null, start, scanner.offset)
    default:
      throw scanner.failure(.unexpected(expected: "a value"))
    }
  }

  private mutating func openContainer(
    _ kind: JSONDocument.Node.Kind, close: UInt8, _ scanner: inout JSONScanner
  ) throws(JSONError) {
    let index = nodes.count
    append(kind, scanner.offset, scanner.offset)
    scanner.advance()
    scanner.skipBlanks()
    if scanner.next == close {
      scanner.advance()
      nodes[index].end = scanner.offset
      return
    }
    open.append(index)
    if kind == .object { try readKey(&scanner) }
    try readValue(&scanner)
  }

  private mutating func readKey(_ scanner: inout JSONScanner) throws(JSONError) {
    scanner.skipBlanks()
    let start = scanner.offset
    guard scanner.next == UInt8(ascii: "\"") else {
      throw scanner.failure(.unexpected(expected: "a key in quotes"))
    }
    append(try scanner.skipString() ? .escapedString : .string, start, scanner.offset)
    scanner.skipBlanks()
    guard scanner.next == UInt8(ascii: ":") else {
      throw scanner.failure(.unexpected(expected: "a colon"))
    }
    scanner.advance()
  }

  /// After a value: closes every container that ends here, then passes the comma before the next value.
  private mutating func closeContainers(_ scanner: inout JSONScanner) throws(JSONError) {
    while let index = open.last {
      let isObject = nodes[index].kind == .object
      let close = UInt8(ascii: isObject ? "}" : "]")
      scanner.skipBlanks()
      if scanner.next == close {
        scanner.advance()
        nodes[index].end = scanner.offset
        nodes[index].next = nodes.count
        open.removeLast()
        continue
      }
      guard scanner.next == UInt8(ascii: ",") else {
        throw scanner.failure(.unexpected(expected: isObject ? "a comma or '}'" : "a comma or ']'"))
      }
      let comma = scanner.offset
      scanner.advance()
      scanner.skipBlanks()
      if scanner.next == close { throw JSONError(.trailingComma, at: comma) }
      if isObject { try readKey(&scanner) }
      return
    }
  }

  private mutating func append(_ kind: JSONDocument.Node.Kind, _ start: Int, _ end: Int) {
    nodes.append(.init(kind: kind, start: start, end: end, next: nodes.count + 1))
  }
}
