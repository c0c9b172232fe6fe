// Runs a reader on inputs from libFuzzer; built and started by `Tests/Fuzz/run`.

import Foundation

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// This name is also required by libFuzzer's own `main`, which is not used.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  Reader.chosen?.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

guard Reader.chosen != nil else {
  print(Reader.all.keys.sorted().joined(separator: "\n"))
  exit(64)
}
var (count, words) = (CommandLine.argc, CommandLine.unsafeArgv)
exit(runDriver(&count, &words, test))
