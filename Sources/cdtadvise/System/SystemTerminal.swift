import CodingRules
import Glibc
import Platform

extension Terminal {
  /// The streams, environment and clock of the process.
  static var system: Terminal {
    Terminal(
      input: ByteInput(Descriptor(STDIN_FILENO), name: "standard input"),
      output: ByteOutput(Descriptor(STDOUT_FILENO)), errors: ByteOutput(Descriptor(STDERR_FILENO)),
      environment: { name in
        let value = unsafe name.withCString { unsafe getenv($0) }
        return unsafe value.flatMap { unsafe $0.pointee == 0 ? nil : String(cString: $0) }
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

/// The process.
enum Program {
  /// The command-line arguments without the program's name, as bytes.
  static var arguments: [[UInt8]] {
    let words = unsafe CommandLine.unsafeArgv
    return (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      unsafe words[index].map { unsafe Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }
  }

  /// Exits at once: nothing needs to be flushed, and threads may still be finishing.
  static func end(_ status: ExitStatus) -> Never { _exit(status.rawValue) }
}
