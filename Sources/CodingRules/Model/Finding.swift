package import StrictJSON

/// A problem of a rule book: what, where and how severe.
public struct Finding: Error, Equatable, Sendable {
  /// How severe it is.
  public enum Severity: String, Comparable, Sendable {
    /// The book cannot be relied on.
    case error
    /// Something to look at.
    case warning

    /// Whether the first is more severe.
    public static func < (first: Self, second: Self) -> Bool { first == .error && second == .warning }
  }

  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// A required file is missing.
    case fileMissing
    /// The operating system refuses to read it.
    case fileUnreadable(reason: String)
    /// A file that belongs to no book, or a topic that the edition does not list.
    case fileNotListed
    /// The file is not strict JSON.
    case notJSON(reason: String)
    /// A required key is missing.
    case keyMissing(String)
    /// A key that this object does not have.
    case keyUnknown(String, suggestion: String?)
    /// A repeated key.
    case keyRepeated(String)
    /// A value of another kind than expected.
    case wrongType(expected: String, found: String)
    /// A value of the right kind that is not valid.
    case badValue(String, expected: String)
    /// A name that refers to nothing.
    case nameUnknown(kind: String, name: String, suggestion: String?)
    /// A repeated name.
    case nameRepeated(kind: String, name: String)
    /// An answer that leads to an earlier question.
    case leadsBack(question: String)
    /// Topics that lead to each other.
    case topicsInCircle(topic: String)
    /// A question that leaves no choice.
    case tooFewAnswers
    /// More of a kind than the limit.
    case tooMany(String, max: Int)
    /// An entry that no rule names.
    case neverNamed(kind: String, name: String)
    /// So many further findings.
    case more(Int)
    /// A statement that rests on nothing.
    case noSource
    /// A word that two answers of one question share, or two topics.
    case sharedName(name: String, first: String, second: String)
    /// A word of an answer that is a command of the interview or a number.
    case reservedName(String)
    /// A path that asks for one field twice.
    case fieldAskedTwice(field: String, path: String)
    /// A question that no path reaches.
    case neverAsked(question: String)
    /// A path that ends without advice on some date.
    case deadEnd(path: String, day: CalendarDay)
    /// A path that both reports and forbids a code.
    case reportsForbidden(code: String, path: String)
    /// A reported code that is not in force on the edition's last day.
    case reportsDead(code: String)
    /// More paths than can be checked.
    case tooManyPaths(limit: Int)
    /// An example that stops before its path ends.
    case exampleUnfinished(question: String)
    /// An example that answers what its path does not ask.
    case exampleUnused(answer: String)
    /// A worked sentence that is misread.
    case misread(String)
    /// An example whose outcome differs from what it expects.
    case exampleDiffers(part: String, expected: String, found: String)
    /// An answer that no example takes.
    case notExercised(answer: String)
    /// A code in a text that the book does not have.
    case codeUnknown(String)
    /// The end of a range that neither is a code of the book nor ends a family.
    case rangeUnknown(code: String)
    /// A range that takes in a code of the book but ends at another.
    case rangeMixed(range: String, code: String)
    /// The end of a family that no device's range has.
    case familyUnused(code: String)
    /// A code that two devices have on one day.
    case codeOfTwoDevices(code: String, first: String, second: String, day: CalendarDay)
    /// A code inside a device's range that a topic reports for itself.
    case codeOfService(code: String, device: String)
    /// A date of a code on which no edition begins or ends.
    case dateWithinYear(CalendarDay)
    /// A date of a scope outside the life of its code.
    case dateOutsideLife(CalendarDay, code: String)
    /// A code that took another's place but was not in force on the day after that ended.
    case successorNotInForce(code: String, day: CalendarDay)
    /// A code's date without an example on each side.
    case dateNotPinned(code: String, turn: Turn)
    /// An effect's date without an example on each side.
    case effectNotPinned(turn: Turn)
    /// A device's date without an example on each side.
    case deviceNotPinned(turn: Turn)
    /// A code that no example says is not separately reportable.
    case exclusionNotPinned(code: String)
    /// An answer with notes whose kinds no example lists.
    case notesNotPinned
    /// An example on a day that the edition does not cover.
    case outsideEdition(CalendarDay)
    /// An id with another year than the date.
    case yearDiffers(id: String, date: String)
    /// An announcement that does not begin on the day after the edition.
    case announcedElsewhen(CalendarDay)
    /// A day on which effects have ended and none begins.
    case nothingFollows(CalendarDay)
    /// A document with another weight than its publisher's others, without a reason.
    case weightDiffers(publisher: String, other: String)
    /// A code for another kind of service than it is offered for.
    case fallbackElsewhere(code: String, prefix: String)
    /// Parts of a visit check that its examples do not cover.
    case checkNotPinned(parts: [String])
    /// A code of a worked case that only its table or only the advice has.
    case tableDiffers(line: String)
    /// A sentence that a source also says with another number or the other way round.
    case sourceContradictsItself(source: String, other: String)
    /// A source for both readings of a disagreement.
    case sourceOnBothSides(source: String)
    /// A limit that is not in the sentence that says it.
    case limitNotSaid(Int, code: String)
    /// A field with a name that the program reserves.
    case fieldReserved(String)
    /// A day of the edition's list of changes that lacks some, or has some that the codes do not have.
    case changesDiffer(day: CalendarDay, missing: [String], extra: [String])
    /// An entry that no one has confirmed for the edition.
    case notConfirmed(String)
    /// A fact of the whole visit that two topics answer differently.
    case answersDiffer(field: String, otherTopic: String)
    /// A plan that says of one code both that the patient may be charged and may not.
    case planContradicts(code: String)
  }

  /// The file below the book's folder.
  public let file: String
  /// The path in the file, as `questions[1].answers[0].next`; empty for the whole file.
  package let path: String
  /// How severe it is.
  public let severity: Severity
  /// What is wrong.
  package let kind: Kind
  /// Where the value begins, counted in bytes from 0; nil when only the path is known.
  let offset: Int?
  /// Line and column of the value, counted from 1; nil when the file cannot be read.
  package internal(set) var position: TextPosition?

  init(
    _ kind: Kind, file: String, path: String = "", offset: Int? = nil, severity: Severity = .error
  ) {
    self.kind = kind
    self.file = file
    self.path = path
    self.offset = offset
    self.severity = severity
  }
}

/// Why a rule book could not be loaded: every finding, sorted by file and path.
public struct UnusableRules: Error, Sendable {
  /// The findings; at least one is an error.
  public let findings: [Finding]
}
