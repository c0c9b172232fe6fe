#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines from standard input, as a person types them.
struct LineReader {
  /// The longest line that is taken whole, in bytes; the rest of a longer one is dropped.
  static let longestLine = 4096

  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// The next line without its line break, malformed UTF-8 repaired; nil at the end of input.
  mutating func next() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end].prefix(Self.longestLine)
        defer { buffer.removeSubrange(...end) }
        return String(decoding: line, as: UTF8.self)
      }
      if isAtEnd {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
      }
      fill()
    }
  }

  private mutating func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(Terminal.Stream.input.rawValue, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    isAtEnd = count <= 0
    let room = max(0, Self.longestLine - buffer.count)
    let read = chunk[..<max(0, count)]
    if let lineEnd = read.firstIndex(of: 0x0A) {
      buffer += read[..<lineEnd].prefix(room) + read[lineEnd...]
    } else {
      buffer += read.prefix(room)
    }
  }
}
