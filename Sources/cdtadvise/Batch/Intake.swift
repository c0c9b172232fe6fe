import ClaimFiles
import StrictJSON

/// Where chunks come from, one thread at a time.
struct Intake {
  private let source: RowSource<Failure>
  private var number = 0
  /// Whether nothing may be taken while a thread works on a large chunk: one at a time, since each takes memory.
  var isHeld = false
  /// Why reading ended before the end.
  private(set) var failure: Failure?

  /// A chunk of rows that was taken.
  struct Taken {
    /// Counts from 0.
    let number: Int
    let content: RowSource<Failure>.Content
    /// Whether it is larger than chunks are, because of a row of that length.
    let isLarge: Bool
  }

  init(_ source: RowSource<Failure>) {
    self.source = source
  }

  /// Fills a chunk; nil at the end, and when reading failed.
  mutating func take(_ chunk: inout PaddedBytes) -> Taken? {
    guard failure == nil else { return nil }
    do throws(Failure) {
      guard let content = try source.next(&chunk) else { return nil }
      isHeld = chunk.capacity > RowLimits.chunkSize
      defer { number += 1 }
      return Taken(number: number, content: content, isLarge: isHeld)
    } catch {
      failure = error
      return nil
    }
  }
}
