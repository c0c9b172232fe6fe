// Runs one reader on inputs that libFuzzer makes; `Tests/Fuzz/run` builds and starts it.

import Foundation

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// libFuzzer's own `main`, which is not used, wants this name, too.
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
