/// A procedure as reported on the claim.
public indirect enum Procedure: Hashable, Sendable {
  /// One code.
  case code(CodedService)
  /// A code to choose from these, in order; at least two.
  case range([Code])
  /// One of these, at the payer's choice.
  case oneOf([CodedService])

  /// The codes it names; the first and last of a range.
  public var codes: [Code] {
    switch self {
    case .code(let service): [service.code]
    case .range(let codes): [codes.first, codes.last].compactMap(\.self)
    case .oneOf(let services): services.map(\.code)
    }
  }

  /// The codes it may be; for a range, all those in the book.
  package var candidates: [Code] { if case .range(let codes) = self { codes } else { codes } }
}

/// A code with its modifiers and units on a claim line.
public struct CodedService: Hashable, Sendable {
  /// The code.
  public let code: Code
  /// The modifiers, in order.
  public let modifiers: [String]
  /// The number of units, at least 1.
  public let units: Int
}

extension CodedService: CustomStringConvertible {
  /// The service in shorthand: `D0801`, `70355-TC`, `21085x2`.
  public var description: String {
    var text = code.id
    for modifier in modifiers { text += "-\(modifier)" }
    return units == 1 ? text : "\(text)x\(units)"
  }
}

extension Procedure: CustomStringConvertible {
  /// The procedure in shorthand: a service, a range `D0140-D0160`, or a choice `99070|21085-52`.
  public var description: String {
    switch self {
    case .code(let service): service.description
    case .range(let codes): [codes.first, codes.last].compactMap { $0?.id }.joined(by: "-")
    case .oneOf(let services): services.map(\.description).joined(separator: "|")
    }
  }
}
