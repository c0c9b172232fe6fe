/// What goes on the claim.
public indirect enum Procedure: Hashable, Sendable {
  /// One code.
  case code(CodedService)
  /// One code to be chosen from these, in order; at least two.
  case range([Code])
  /// One of these; the payer decides which.
  case oneOf([CodedService])

  /// The codes it names; of a range, the first and the last.
  public var codes: [Code] {
    switch self {
    case .code(let service): [service.code]
    case .range(let codes): [codes.first, codes.last].compactMap(\.self)
    case .oneOf(let services): services.map(\.code)
    }
  }

  /// The codes it can be; of a range, all that the book has.
  package var candidates: [Code] { if case .range(let codes) = self { codes } else { codes } }
}

/// A code with what a claim line adds to it.
public struct CodedService: Hashable, Sendable {
  /// The code.
  public let code: Code
  /// The modifiers, in order.
  public let modifiers: [String]
  /// How many, from 1.
  public let units: Int
}

extension CodedService: CustomStringConvertible {
  /// The service in short: `D0801`, `70355-TC`, `21085x2`.
  public var description: String {
    var text = code.id
    for modifier in modifiers { text += "-\(modifier)" }
    return units == 1 ? text : "\(text)x\(units)"
  }
}

extension Procedure: CustomStringConvertible {
  /// The procedure in short: a service, a range `D0140-D0160`, or a choice `99070|21085-52`.
  public var description: String {
    switch self {
    case .code(let service): service.description
    case .range(let codes): [codes.first, codes.last].compactMap { $0?.id }.joined(by: "-")
    case .oneOf(let services): services.map(\.description).joined(separator: "|")
    }
  }
}
