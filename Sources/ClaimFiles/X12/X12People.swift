/// The current subscriber and patient, as hashes of their identifying data.
struct X12People {
  private var subscriber: Int?
  private var dependent: Int?
  private(set) var payerSequence = ""

  /// The patient of a claim; nil if neither person is identified.
  var patient: PatientKey? { (dependent ?? subscriber).map { PatientKey(hash: $0) } }

  /// Begins a hierarchical level: billing provider, subscriber, or patient.
  mutating func begin(_ segment: X12Segment) {
    dependent = nil
    if segment.element(3, is: "23") { return }
    (subscriber, payerSequence) = (nil, "")
  }

  /// Reads the payer sequence.
  mutating func readSubscriber(_ segment: X12Segment) { payerSequence = segment.text(1) }

  /// Reads the name and id of a subscriber or patient; ignores other names.
  mutating func readName(_ segment: X12Segment) {
    if segment.element(1, is: "IL") {
      subscriber = hash(segment, [3, 4, 5, 9], after: nil)
    } else if segment.element(1, is: "QC") {
      dependent = hash(segment, [3, 4, 5, 9], after: subscriber)
    }
  }

  /// Reads a date of birth.
  mutating func readBirth(_ segment: X12Segment) {
    if let known = dependent {
      dependent = hash(segment, [2, 3], after: known)
    } else if let known = subscriber {
      subscriber = hash(segment, [2, 3], after: known)
    }
  }

  /// Hashes elements, ignoring ASCII case; returns the previous hash if all are empty.
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
