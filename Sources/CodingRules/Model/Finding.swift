package import StrictJSON

/// A problem in a rule book: the kind, the location and the severity.
public struct Finding: Error, Equatable, Sendable {
  /// The severity.
  public enum Severity: String, Comparable, Sendable {
    /// A problem that makes the book unreliable.
    case error
    /// A problem worth a look.
    case warning

    /// Whether the first is more severe.
    public static func < (first: Self, second: Self) -> Bool { first == .error && second == .warning }
  }

  /// The kind of problem.
  package enum Kind: Equatable, Sendable {
    /// A required file is missing.
    case fileMissing
    /// A file that the operating system cannot read.
    case fileUnreadable(reason: String)
    /// A file that is not part of any book, or a topic the edition does not list.
    case fileNotListed
    /// A file that is not strict JSON.
    case notJSON(reason: String)
    /// A required key is missing.
    case keyMissing(String)
    /// An unknown key.
    case keyUnknown(String, suggestion: String?)
    /// A repeated key.
    case keyRepeated(String)
    /// A value of the wrong type.
    case wrongType(expected: String, found: String)
    /// An invalid value of the right type.
    case badValue(String, expected: String)
    /// A name that refers to nothing.
    case nameUnknown(kind: String, name: String, suggestion: String?)
    /// A repeated name.
    case nameRepeated(kind: String, name: String)
    /// An answer that leads to an earlier question.
    case leadsBack(question: String)
    /// Topics that link to each other in a cycle.
    case topicCycle(topic: String)
    /// A question with fewer than two answers.
    case tooFewAnswers
    /// More items of a kind than the limit.
    case tooMany(String, max: Int)
    /// An entry that nothing refers to.
    case unreferenced(kind: String, name: String)
    /// A number of further findings.
    case more(Int)
    /// A statement without a source.
    case noSource
    /// A word shared by two answers of a question, or by two topics.
    case sharedName(name: String, first: String, second: String)
    /// A word for an answer that is also an interview command or a number.
    case reservedName(String)
    /// A path that asks for one field twice.
    case fieldAskedTwice(field: String, path: String)
    /// A question that no path reaches.
    case neverAsked(question: String)
    /// A path that gives no advice for some date.
    case deadEnd(path: String, day: CalendarDay)
    /// A path that both reports and forbids a code.
    case reportsForbidden(code: String, path: String)
    /// A reported code that is not in force on the edition's last day.
    case reportsExpired(code: String)
    /// More paths than can be checked.
    case tooManyPaths(limit: Int)
    /// An example that stops before the end of its path.
    case exampleUnfinished(question: String)
    /// An example with an answer its path does not ask for.
    case exampleUnused(answer: String)
    /// A worked sentence that is read incorrectly.
    case misread(String)
    /// An example whose actual outcome differs from the expected one.
    case exampleDiffers(part: String, expected: String, found: String)
    /// An answer that no example takes.
    case notExercised(answer: String)
    /// A code mentioned in a text but missing from the book.
    case codeUnknown(String)
    /// An end of a range that is neither a code in the book nor the end of a family.
    case rangeUnknown(code: String)
    /// A range that includes a code in the book but ends at one that is not.
    case rangeMixed(range: String, code: String)
    /// An end of a family that is not an end of any device's range.
    case familyUnused(code: String)
    /// A code that two devices share on one day.
    case codeInTwoDevices(code: String, first: String, second: String, day: CalendarDay)
    /// A code in a device's range that a topic also reports separately.
    case codeReportedSeparately(code: String, device: String)
    /// A date of a code that is not the start or end of an edition.
    case dateWithinYear(CalendarDay)
    /// A date of a scope when its code is not in force.
    case dateOutsideLife(CalendarDay, code: String)
    /// A replacement code not in force on the day after the old code ended.
    case successorNotInForce(code: String, day: CalendarDay)
    /// A date of a code without an example on each side.
    case dateNotPinned(code: String, boundary: DateBoundary)
    /// A date of an effect without an example on each side.
    case effectNotPinned(boundary: DateBoundary)
    /// A date of a device without an example on each side.
    case deviceNotPinned(boundary: DateBoundary)
    /// A code that no example lists as not separately reportable.
    case exclusionNotPinned(code: String)
    /// An answer with notes whose kinds no example lists.
    case notesNotPinned
    /// An example on a day that the edition does not cover.
    case outsideEdition(CalendarDay)
    /// An id whose year differs from the date.
    case yearDiffers(id: String, date: String)
    /// An announcement that does not start on the day after the edition.
    case announcementMisdated(CalendarDay)
    /// A day on which effects have ended and none starts.
    case nothingFollows(CalendarDay)
    /// A document weighted differently from its publisher's others, without a reason.
    case weightDiffers(publisher: String, other: String)
    /// A fallback code for a different kind of service.
    case prefixDiffers(code: String, prefix: String)
    /// Parts of a visit check that no example covers.
    case checkNotPinned(parts: [String])
    /// A code of a worked case that is only in its table or only in the advice.
    case tableDiffers(line: String)
    /// A statement whose source also states it with a different number or negated.
    case sourceContradictsItself(source: String, other: String)
    /// A source cited for both sides of a disagreement.
    case sourceOnBothSides(source: String)
    /// A limit missing from its own sentence.
    case limitNotStated(Int, code: String)
    /// A field with a name that the program reserves.
    case fieldReserved(String)
    /// A day in the edition's list of changes that does not match the codes.
    case changesDiffer(day: CalendarDay, missing: [String], extra: [String])
    /// An entry not confirmed for the edition.
    case notConfirmed(String)
    /// A visit-wide fact with different answers in two topics.
    case answersDiffer(field: String, otherTopic: String)
    /// A plan that both allows and forbids charging the patient for a code.
    case planContradicts(code: String)
  }

  /// The path of the file, relative to the book's folder.
  public let file: String
  /// The path in the file, such as `questions[1].answers[0].next`; empty for the whole file.
  package let path: String
  /// The severity.
  public let severity: Severity
  /// The kind of problem.
  package let kind: Kind
  /// The 0-based byte offset of the value; nil if only the path is known.
  let offset: Int?
  /// The 1-based line and column of the value; nil if the file cannot be read.
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

extension Finding.Kind {
  /// Returns the kind for an unknown name, with the nearest known one as a suggestion.
  static func unknown(_ kind: String, _ name: String, among known: some Sequence<String>) -> Self {
    .nameUnknown(kind: kind, name: name, suggestion: nearestName(to: name, among: known))
  }
}

/// The reason a rule book could not be loaded: all findings, sorted by file and path.
public struct UnusableRules: Error, Sendable {
  /// The findings; at least one is an error.
  public let findings: [Finding]
}
