import ClaimFiles

/// A synthetic 837D file, built from segments so that tests can corrupt any part of it.
struct ClaimText {
  var version = "005010X224A2"
  /// The segments of each claim, starting with `CLM`.
  var claims: [[String]] = []
  var separators = "*:~"
  var lineBreak = "\n"

  /// A claim with one line per procedure.
  static func claim(_ id: String, day: String = "20260302", _ procedures: [String]) -> [String] {
    ["CLM*\(id)*100***11:B:1*Y*A*Y*Y", "DTP*472*D8*\(day)"]
      + procedures.enumerated().flatMap { ["LX*\($0 + 1)", "SV3*AD:\($1)*50****1"] }
  }

  /// The segments from `ST` through `SE`.
  private var transaction: [String] {
    let people = [
      "HL*1**20*1", "NM1*85*2*MADE UP DENTAL*****XX*1234567893", "HL*2*1*22*0", "SBR*P*18*******CI",
      "NM1*IL*1*SAMPLE*PAT****MI*M1", "DMG*D8*19900101*F",
    ]
    let body = ["BHT*0019*00*1*20260302*1200*CH"] + people + claims.flatMap(\.self)
    return ["ST*837*0001*\(version)"] + body + ["SE*\(body.count + 2)*0001"]
  }

  var segments: [String] {
    [
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:",
      "GS*HC*SENDER*RECEIVER*20260302*1200*1*X*\(version)",
    ] + transaction + ["GE*1*1", "IEA*1*000000001"]
  }

  var bytes: [UInt8] { text(segments) }

  /// Renders segments with the separators of the file.
  func text(_ segments: [String]) -> [UInt8] {
    let marks = Array(separators.utf8)
    return segments.flatMap { segment in
      segment.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "*"): marks[0]
        case UInt8(ascii: ":"): marks[1]
        default: byte
        }
      } + [marks[2]] + Array(lineBreak.utf8)
    }
  }
}

/// Reads all events of a file, in pieces of a given size.
func events(_ bytes: [UInt8], pieces: Int = .max) -> [DentalClaimReader.Event] {
  var reader = DentalClaimReader()
  var found: [DentalClaimReader.Event] = []
  var start = 0
  while start < bytes.count {
    let end = start + min(pieces, bytes.count - start)
    found += reader.read(Array(bytes[start..<end]).span)
    start = end
  }
  return found + reader.finish()
}

extension [DentalClaimReader.Event] {
  var claims: [DentalClaim] { compactMap { if case .claim(let claim) = $0 { claim } else { nil } } }
  var faults: [X12Fault] { compactMap { if case .fault(let fault) = $0 { fault } else { nil } } }
}
