/// The subscriber and the patient that the next claims are for, as hashes of what identifies them.
struct X12People {
  private var subscriber: Int?
  private var dependent: Int?
  private(set) var payerOrder = ""

  /// Whom a claim is for; nil when neither is identified.
  var patient: PatientKey? { (dependent ?? subscriber).map { PatientKey(hash: $0) } }

  /// Takes a level of the hierarchy: billing provider, subscriber or patient.
  mutating func begin(_ segment: X12Segment) {
    dependent = nil
    if segment.element(3, is: "23") { return }
    (subscriber, payerOrder) = (nil, "")
  }

  /// Takes the order of the payer.
  mutating func takeSubscriber(_ segment: X12Segment) { payerOrder = segment.text(1) }

  /// Takes the name and number of a subscriber or a patient; other names are passed.
  mutating func takeName(_ segment: X12Segment) {
    if segment.element(1, is: "IL") {
      subscriber = hash(segment, [3, 4, 5, 9], after: nil)
    } else if segment.element(1, is: "QC") {
      dependent = hash(segment, [3, 4, 5, 9], after: subscriber)
    }
  }

  /// Takes a date of birth.
  mutating func takeBirth(_ segment: X12Segment) {
    if let known = dependent {
      dependent = hash(segment, [2, 3], after: known)
    } else if let known = subscriber {
      subscriber = hash(segment, [2, 3], after: known)
    }
  }

  /// A hash of elements, capitals and small letters alike; nil when all are empty.
  private func hash(_ segment: X12Segment, _ elements: [Int], after known: Int?) -> Int? {
    guard elements.contains(where: { !segment[$0].isEmpty }) else { return known }
    var hasher = Hasher()
    hasher.combine(known)
    for element in elements {
      for byte in segment[element] { hasher.combine((0x61...0x7A).contains(byte) ? byte & 0xDF : byte) }
      hasher.combine(UInt8(0))
    }
    return hasher.finalize()
  }
}
