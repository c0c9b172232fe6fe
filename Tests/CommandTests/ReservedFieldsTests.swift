import CodingRules
import Testing

@testable import cdtadvise

/// The field of a question is a flag, so it cannot have the name of another flag.
struct ReservedFieldsTests {
  @Test func everyFlagIsReserved() {
    let flags = Set(Command.all.flatMap(\.flags).map(\.name))
    #expect(flags.subtracting(RuleBook.reservedFields) == [])
  }
}
