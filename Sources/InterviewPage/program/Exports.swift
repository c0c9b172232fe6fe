/// The page's answer to a request, both JSON in UTF-8; what is returned ends in a zero byte and is the caller's no longer
/// than until the next call.
@_expose(wasm, "respond") @_cdecl("respond")
public func respond(_ request: UnsafePointer<UInt8>, _ length: Int) -> UnsafePointer<UInt8> {
  response = PageSession.standard.respond(to: UnsafeBufferPointer(start: request, count: length)) + [0]
  return response.withUnsafeBufferPointer { $0.baseAddress! }
}

nonisolated(unsafe) private var response: [UInt8] = []
