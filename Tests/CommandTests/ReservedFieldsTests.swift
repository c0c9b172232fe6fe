import CodingRules
import Testing

@testable import cdtadvise

/// A question's field is a flag, so it cannot have the name of another.
struct ReservedFieldsTests {
  @Test func everyFlagIsReserved() {
    let flags = Set(Command.all.flatMap(\.flags).map(\.name))
    #expect(flags.subtracting(RuleBook.reservedFields) == [])
  }
}
