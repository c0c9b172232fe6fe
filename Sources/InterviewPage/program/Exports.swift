nonisolated(unsafe) private var response: [UInt8] = []

/// Responds to a request; both are JSON in UTF-8.
///
/// - Returns: The response, zero-terminated and valid until the next call.
@_expose(wasm, "respond") @_cdecl("respond")
func respond(_ request: UnsafePointer<UInt8>, _ length: Int) -> UnsafePointer<UInt8>? {
  response = PageSession.standard.respond(to: UnsafeBufferPointer(start: request, count: length)) + [0]
  return response.withUnsafeBufferPointer { $0.baseAddress }
}
