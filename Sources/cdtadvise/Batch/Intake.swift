import ClaimFiles
import StrictJSON

/// Hands out the chunks of an input, to one thread at a time.
struct Intake {
  private let source: RowSource
  private var number = 0
  /// Whether a thread works on a large chunk; the others wait, so that only one takes that much memory.
  var isHeld = false
  /// The error that ended reading.
  private(set) var error: InputError?

  init(_ source: RowSource) { self.source = source }

  /// Fills a chunk and numbers it from 0; nil at the end and after a failure.
  mutating func take(_ chunk: inout PaddedBytes) -> (number: Int, content: RowSource.Content)? {
    guard error == nil else { return nil }
    do throws(InputError) {
      guard let content = try source.next(&chunk) else { return nil }
      isHeld = chunk.isLarge
      defer { number += 1 }
      return (number, content)
    } catch {
      self.error = error
      return nil
    }
  }
}

extension PaddedBytes {
  /// Whether the capacity exceeds that of a chunk, because of a long row.
  var isLarge: Bool { capacity > RowLimits.chunkSize }
}
