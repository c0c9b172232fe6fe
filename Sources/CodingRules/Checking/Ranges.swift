extension Check {
  /// Both ends of every code range are codes in the book or ends of a family.
  static let rangesKnown = Check { book in
    let codes = Set(book.codes.map(\.id))
    let ends = Set(book.families.flatMap { [$0.codes.first, $0.codes.last] })
    func unknown(_ range: CodeRange) -> Finding.Problem? {
      [range.first, range.last].first { !codes.contains($0) && !ends.contains($0) }.map {
        "the range ends at \($0), which is neither a code in the book nor the end of a family"
      }
    }
    let devices = book.devices.enumerated().flatMap { index, device in
      device.ranges.map { ($0.codes, "devices.json", "devices[\(index)].codes") }
    }
    let checks = book.visitChecks.enumerated().flatMap { index, check in
      check.codes.groups.flatMap(\.ranges).map {
        ($0, "checks.json", "[\(index)].together")
      }
    }
    return (devices + checks).compactMap { range, file, path in
      unknown(range).map { Finding($0, file: file, path: path) }
    }
  }

  /// A device's range with a dated code ends at codes in the book, so that the code can be removed
  /// from it.
  static let rangesWhole = Check { book in
    findings(onDevicesOf: book, key: "codes") { _, device in
      device.ranges.map(\.codes).compactMap { range in
        let known = device.known.filter { range.contains($0.id) }
        guard let dated = known.first(where: { $0.life.period != .always })?.id,
          known.first?.id != range.first || known.last?.id != range.last
        else { return nil }
        return "\(range) includes \(dated), so both ends must be codes in the book; split the range"
      }
    }
  }

  /// Both ends of every family are ends of a device's range.
  static let familiesUsed = Check { book in
    let ranges = book.devices.flatMap(\.ranges).map(\.codes)
    return findings(on: book.families, in: "devices.json", list: "families", key: "codes") { _, family in
      [family.codes.first, family.codes.last].filter { end in
        !ranges.contains { $0.first == end || $0.last == end }
      }.map { "no device has a range that ends at \($0)" }
    }
  }

  /// No code belongs to two devices on the same day.
  static let devicesDisjoint = Check { book in
    findings(onDevicesOf: book, key: "codes") { index, device in
      book.devices[..<index].compactMap { other in
        device.code(sharedWith: other, in: book.edition.period).map {
          "\($0.code) belongs to both '\(other.id)' and '\(device.id)' on \($0.day)"
        }
      }
    }
  }

  /// No device's range includes a code that a topic reports separately.
  static let devicesDisjointFromServices = Check { book in
    let reports = book.topics.flatMap(\.questions).flatMap(\.answers).flatMap(\.reports)
    let reported = Set(reports.flatMap(\.procedure.candidates).map(\.id))
    return findings(onDevicesOf: book, key: "codes") { _, device in
      device.known.map(\.id).filter { reported.contains($0) && device.isWithinRange($0) }.map {
        "the range includes \($0), which a topic reports separately, so it is not part of '\(device.id)'"
      }
    }
  }
}

extension Device {
  /// Whether a code is in one of the device's ranges, rather than listed on its own.
  fileprivate func isWithinRange(_ code: String) -> Bool {
    ranges.contains { $0.codes.contains(code) && $0.codes.first != $0.codes.last }
  }

  /// Returns a code that both devices have on some day of a period, and the day.
  fileprivate func code(sharedWith other: Device, in period: Period) -> (code: String, day: CalendarDay)? {
    for range in ranges {
      for second in other.ranges where range.codes.overlaps(second.codes) {
        let code = max(range.codes.first, second.codes.first)
        let starts = [range.period.from, second.period.from, period.from].compactMap(\.self)
        let ends = [range.period.through, second.period.through].compactMap(\.self)
        let day = starts.max() ?? ends.min() ?? .epoch
        if range.period.contains(day), second.period.contains(day) { return (code, day) }
      }
    }
    return nil
  }
}
