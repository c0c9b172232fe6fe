import StrictJSON

/// Bytes of whole rows: behind the last stands a line break, and readers may look a little further.
public final class Chunk {
  /// How many bytes behind the last may be read.
  static let padding = 16

  /// The bytes.
  public private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// How many bytes there is room for.
  public private(set) var capacity: Int
  /// How many bytes are in use; to be changed when the bytes are in place.
  public var count = 0 {
    didSet { bytes[count] = 0x0A }
  }

  /// How many line breaks are in use.
  public var lineCount: Int { UnsafePointer(bytes).count(0x0A, from: 0, limit: count) }

  /// Creates an empty chunk.
  public init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0x0A, count: capacity + Self.padding)
  }

  deinit { bytes.deallocate() }

  /// Makes room for so many bytes; what is in use stays.
  public func reserve(_ wanted: Int) {
    if wanted > capacity { resize(wanted) }
  }

  /// Forgets all bytes, and the room for more than so many.
  public func forget(keeping wanted: Int) {
    count = 0
    if capacity > wanted { resize(wanted) }
  }

  private func resize(_ wanted: Int) {
    let other = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Self.padding)
    other.initialize(repeating: 0x0A, count: wanted + Self.padding)
    other.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = other
    capacity = wanted
  }

  /// Adds bytes behind the last.
  public func append(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(count + text.count)
    if let base = text.baseAddress { (bytes + count).update(from: base, count: text.count) }
    count += text.count
  }

  /// Adds a line break behind the last byte, unless one stands there.
  public func appendLineBreak() {
    if count > 0, bytes[count - 1] == 0x0A { return }
    reserve(count + 1)
    count += 1
  }

  /// Forgets the first bytes.
  public func removeFirst(_ number: Int) {
    bytes.update(from: bytes + number, count: count - number)
    count -= number
  }
}
