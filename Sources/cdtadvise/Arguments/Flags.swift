import BatchAdvice
import ClaimAudit
import ClaimFiles
import CodingRules

/// The flags of all commands.
extension Flag {
  // MARK: Advice

  static let on = Flag(
    name: "on", value: "DATE", summary: "date of service, such as 3/2/2026", fallback: "today")
  static let surgery = Flag(
    name: "surgery", value: "DATE", summary: "date of the surgery that the visit prepares for")
  static let answer = Flag(
    name: "answer", value: "QUESTION=ANSWER", kind: .answer,
    summary: "the same as --QUESTION ANSWER; can be repeated")
  static let say = Flag(name: "say", value: "TEXT", summary: "what was done, in your own words")
  static let details = Flag(name: "details", summary: "print everything there is to say")
  static let show = Flag(
    name: "show", value: "SECTION", kind: .choice(AdviceSection.allCases.map(\.rawValue)),
    summary: "print one section of the details")
  static let whyNot = Flag(
    name: "why-not", value: "CODE", kind: .code,
    summary: "explain why CODE was ruled out, and what would change that")
  static let plan = Flag(
    name: "plan", value: "FILE|ID", kind: .plan,
    summary: "add what a plan does with the codes, and who pays (see 'cdtadvise plans')")
  static let format = Flag(
    name: "format", value: "FORMAT", kind: .choice(OutputFormat.allCases.map(\.rawValue)),
    summary: "output format; note is for the chart, visit a document that 'visit' reads",
    fallback: "text")
  static let listFormat = Flag(
    name: "format", value: "FORMAT", kind: .choice(["text", "json"]), summary: "output format",
    fallback: "text")
  static let json = Flag(
    name: "json", summary: "the same as --format json", shorthand: ("format", "json"))
  static let noInput = Flag(name: "no-input", summary: "never ask; list the missing answers instead")
  static let strict = Flag(
    name: "strict", summary: "refuse dates of service that the rules were not reviewed for")

  // MARK: Drawings and training

  static let drawing = Flag(
    name: "to", value: "FORMAT", kind: .choice(DrawingFormat.allCases.map(\.rawValue) + ["html"]),
    summary: "output format; html is a page with the whole interview", fallback: "text")
  static let drawnDay = Flag(
    name: "on", value: "DATE", summary: "draw the tree as of this date of service",
    fallback: "all dates, each named where it matters")
  static let depth = Flag(
    name: "depth", value: "NUMBER", summary: "draw only so many questions deep",
    fallback: "as deep as text stays under 60 lines and a picture readable")
  static let expand = Flag(
    name: "expand", summary: "draw every device and the questions of other topics too")
  static let ascii = Flag(name: "ascii", summary: "plain ASCII, the default unless the locale is UTF-8")
  static let handout = Flag(
    name: "to", value: "FORMAT", kind: .choice(TeachingFormat.allCases.map(\.rawValue)),
    summary: "print a handout instead of asking")
  static let paper = Flag(
    name: "to", value: "FORMAT", kind: .choice(TeachingFormat.allCases.map(\.rawValue) + ["tsv"]),
    summary: "print a handout instead of asking; tsv is for flash-card programs")
  static let choices = Flag(name: "choices", summary: "offer answers to choose from, by letter")
  static let record = Flag(
    name: "record", value: "FILE", kind: .file,
    summary: "add each answer to FILE, a table in TSV that the learner keeps")
  static let seed = Flag(
    name: "seed", value: "NUMBER", summary: "the same number gives the same quiz",
    fallback: "a new one each time")
  static let count = Flag(
    name: "count", value: "NUMBER", summary: "how many questions", fallback: "10")
  static let pass = Flag(
    name: "pass", value: "PERCENT",
    summary: "exit with status 1 if fewer answers are right, or the quiz is not finished")

  // MARK: Batches

  static let from = Flag(
    name: "from", value: "FORMAT", kind: .choice(RowFormat.allCases.map(\.rawValue)),
    summary: "input format", fallback: "from the file extension")
  static let to = Flag(
    name: "to", value: "FORMAT", kind: .choice(RowFormat.allCases.map(\.rawValue)),
    summary: "output format", fallback: "the input format")
  static let columns = Flag(
    name: "columns", value: "NAMES", summary: "comma-separated output columns, in order",
    fallback: "all, the input's first")
  static let map = Flag(
    name: "map", value: "FIELD=COLUMN",
    summary: "read a question, 'date' or 'topic' from this column; can be repeated")
  static let set = Flag(
    name: "set", value: "QUESTION=ANSWER", kind: .answer,
    summary: "the answer for rows that give none; can be repeated")
  static let ignore = Flag(
    name: "ignore", value: "COLUMN", summary: "pass this column through unread; can be repeated")
  static let text = Flag(
    name: "text", value: "COLUMN", summary: "read what was done from free text; other columns win")
  static let billed = Flag(
    name: "billed", value: "COLUMN", summary: "compare the codes billed with those to report")
  static let visitBy = Flag(
    name: "visit-by", value: "COLUMNS",
    summary: "rows that agree in these columns and the date of service are one visit")
  static let sortedRows = Flag(
    name: "sorted",
    summary: "the rows of each visit are consecutive, so results come before the end of the file")
  static let profile = Flag(
    name: "profile", value: "FILE", kind: .profile,
    summary: "a JSON file with these settings for one kind of export, or "
      + BatchProfile.bundledNames.joined(separator: ", "))
  static let encoding = Flag(
    name: "encoding", value: "ENCODING", kind: .choice(TextEncoding.allCases.map(\.rawValue)),
    summary: "character encoding of the input", fallback: "utf-8, or utf-16 with a byte order mark")
  static let full = Flag(
    name: "full", summary: "add the whole advice, as 'ask' or 'visit' gives it with --format json")
  static let failFast = Flag(name: "fail-fast", summary: "stop at the first row that has a problem")
  static let showValues = Flag(
    name: "show-values", summary: "show values of rows in problem messages, as on a terminal")

  // MARK: Audits

  static let auditFormat = Flag(
    name: "format", value: "FORMAT", kind: .choice(AuditFormat.allCases.map(\.rawValue)),
    summary: "output format",
    fallback: "text")
  static let claimFormat = Flag(
    name: "from", value: "FORMAT", kind: .choice(ClaimFormat.names), summary: "input format",
    fallback: "by the first bytes and the name's ending")
  static let claimMap = Flag(
    name: "map", value: "FIELD=COLUMN",
    summary: "the column that holds FIELD, if its name is unusual; can be repeated: "
      + ClaimField.allCases.map(\.rawValue).joined(separator: ", "))
  static let only = Flag(
    name: "only", value: "CHECKS", kind: .checks,
    summary: "comma-separated checks to make, no others; findings name theirs in brackets")
  static let skip = Flag(
    name: "skip", value: "CHECKS", kind: .checks, summary: "comma-separated checks to leave out")
  static let failOn = Flag(
    name: "fail-on", value: "SEVERITY", kind: .choice(["error", "warning", "note", "never"]),
    summary: "exit with status 1 on findings this severe or worse", fallback: "error")
  static let sorted = Flag(
    name: "sorted",
    summary: "the lines of each patient are consecutive, so memory stays small for a file of any length")

  // MARK: Every command

  static let rules = Flag(
    name: "rules", value: "DIR", kind: .file, summary: "the folder of a rule book",
    fallback: "CDTADVISE_RULES, or the built-in book")
  static let output = Flag(
    name: "output", short: "o", value: "FILE", kind: .file,
    summary: "write to FILE, created only on success", fallback: "standard output")
  static let quiet = Flag(name: "quiet", short: "q", summary: "print errors only")
  static let color = Flag(
    name: "color", value: "WHEN", kind: .choice(["auto", "always", "never"]), summary: "color in text",
    fallback: "auto")
  static let noColor = Flag(
    name: "no-color", summary: "the same as --color never", shorthand: ("color", "never"))
  static let help = Flag(name: "help", short: "h", summary: "show help, whatever else is given")
  static let version = Flag(name: "version", summary: "show the versions of the program and its rules")

  /// The flags that every command has.
  static let common: [Flag] = [rules, output, quiet, color, noColor, help, version]
}
