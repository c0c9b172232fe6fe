/// Returns a reader of bytes that delivers at most a number of them at a time.
package func inPieces(
  _ bytes: some Sequence<UInt8>, atMost size: Int = .max
) -> (inout MutableRawSpan) -> Int {
  var rest = Array(bytes)[...]
  return { span in
    let piece = rest.prefix(min(size, span.byteCount))
    unsafe span.withUnsafeMutableBytes { unsafe $0.copyBytes(from: piece) }
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
