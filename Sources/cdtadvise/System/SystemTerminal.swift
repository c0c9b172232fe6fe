import CodingRules
import Platform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Terminal {
  /// The terminal, pipes and files that the program was started with.
  static var system: Terminal {
    let input = Descriptor(number: STDIN_FILENO)
    return Terminal(
      input: ByteInput(
        name: "-", isTerminal: input.isTerminal, file: input.file, size: input.size,
        readSome: { span throws(SystemError) in try input.readSome(into: &span) }),
      output: ByteOutput(Descriptor(number: STDOUT_FILENO)),
      errors: ByteOutput(Descriptor(number: STDERR_FILENO)),
      environment: { name in
        unsafe getenv(name).flatMap { unsafe $0.pointee == 0 ? nil : String(cString: $0) }
      },
      today: {
        var now = time(nil)
        var parts = unsafe tm()
        unsafe localtime_r(&now, &parts)
        return unsafe CalendarDay(
          year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      },
      seconds: {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return Int(now.tv_sec)
      },
      removeOnSignal: { path in
        if let path { unsafe remove_on_signal(path.cString) } else { remove_on_signal(nil) }
      },
      readKeys: { read_keys($0) })
  }
}

extension ByteInput {
  /// Opens a file.
  init(_ path: FilePath) throws(Failure) {
    let descriptor = unsafe Descriptor(number: open(path.cString, O_RDONLY | O_CLOEXEC))
    if descriptor.number < 0 {
      throw .cannotRead(path: path.text, reason: SystemError.last.reason)
    }
    let file = OpenFile(descriptor)
    self.init(
      name: path.text, file: descriptor.file, size: descriptor.size,
      readSome: { span throws(SystemError) in try file.descriptor.readSome(into: &span) })
  }
}

extension ByteOutput {
  /// Where an open file, pipe or terminal leads.
  init(_ descriptor: Descriptor) {
    self.init(
      isTerminal: descriptor.isTerminal, width: descriptor.width, file: descriptor.file,
      write: { bytes throws(SystemError) in try descriptor.writeAll(bytes) })
  }
}

/// The process.
enum Program {
  /// The words of the command line after the program's name, byte for byte: a file name need not
  /// be text.
  static var arguments: [[UInt8]] {
    let words: [UnsafeMutablePointer<CChar>?] =
      unsafe argument_count() > 0
      ? (0..<argument_count()).map { unsafe argument($0) }
      : Array(UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)))
    return unsafe words.dropFirst().compactMap { word in
      unsafe word.map { unsafe Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }
  }

  /// Removes the file that is being written, and says what happened, when a signal ends the program.
  static func handleSignals() { handle_signals() }

  /// Ends the program at once: nothing is left to be flushed, and threads may still be finishing.
  static func end(_ status: ExitStatus) -> Never { _exit(status.rawValue) }
}
