import ClaimFiles
import TestSupport
import Testing

/// Transcoding to UTF-8 from any encoding and in any pieces.
struct DecodedInputTests {
  static let text = "id;Name\r\n1;Zoë “é” €\r\n2;𝒜\r\n"
  static let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  static let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }

  private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding?, pieces: Int) throws -> String {
    let input = try DecodedInput(encoding, read: inPieces(bytes, atMost: pieces))
    var found: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 7)
    while true {
      var elements = buffer.mutableSpan
      var span = elements.mutableBytes
      let count = try input.read(into: &span)
      if count == 0 { return String(decoding: found, as: UTF8.self) }
      found += buffer[..<count]
    }
  }

  @Test(arguments: [1, 2, 3, 5, 4096]) func everyEncodingIsRead(_ pieces: Int) throws {
    let text = Self.text
    #expect(try decoded(Array(text.utf8), nil, pieces: pieces) == text)
    #expect(try decoded([0xFF, 0xFE] + Self.units, nil, pieces: pieces) == text)
    #expect(try decoded([0xFE, 0xFF] + Self.swapped, nil, pieces: pieces) == text)
    #expect(try decoded(Self.units, .utf16, pieces: pieces) == text)
    #expect(try decoded([0xFE, 0xFF] + Self.swapped, .utf16, pieces: pieces) == text)
    #expect(
      try decoded([0x5A, 0x6F, 0xEB, 0x93, 0x80, 0x81], .windows1252, pieces: pieces) == "Zoë“€\u{81}")
    #expect(try decoded([], nil, pieces: pieces) == "")
    #expect(try decoded([0x31], nil, pieces: pieces) == "1")
    #expect(try decoded([0xFF, 0xFE], nil, pieces: pieces) == "")
    #expect(try decoded([0xFF, 0xFE, 0x31], nil, pieces: pieces) == "\u{FFFD}")
    #expect(try decoded([0xFF, 0xFE, 0x3D, 0xD8], nil, pieces: pieces) == "\u{FFFD}")
  }

  @Test func theFirstBytesAreDecoded() throws {
    for (encoding, bytes): (TextEncoding?, [UInt8]) in [
      (nil, Array(Self.text.utf8)), (nil, [0xFF, 0xFE] + Self.units), (.utf16, [0xFE, 0xFF] + Self.swapped),
    ] {
      let input = try DecodedInput(encoding, peeking: 99, read: inPieces(bytes))
      #expect(input.head == Array(Self.text.utf8))
    }
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 0x14], InputError.workbook), ([0xD0, 0xCF, 0x11, 0xE0], .workbook),
    (Array("PKname,x\n".utf8), nil), ([], nil),
  ]) func workbooksAreRefused(_ bytes: [UInt8], _ error: InputError?) {
    do throws(InputError) {
      _ = try DecodedInput(nil, read: inPieces(bytes))
      #expect(error == nil)
    } catch let found {
      #expect(found == error)
    }
  }
}
