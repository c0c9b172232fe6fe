/// A name in the manual page and what it means.
struct ManualEntry {
  let name: String
  let meaning: String

  /// The environment variables that are read.
  static let environment = [
    Self(name: "CDTADVISE_RULES", meaning: "the folder of a rule book, as --rules"),
    Self(name: "COLUMNS", meaning: "the width of text"),
    Self(name: "NO_COLOR", meaning: "never color text, if set"),
    Self(
      name: "FORCE_COLOR, CLICOLOR_FORCE", meaning: "always color text, if set and not 0"),
    Self(name: "TERM", meaning: "no color on a terminal if unset, empty or dumb"),
    Self(
      name: "LC_ALL, LC_CTYPE, LANG",
      meaning: "whether drawings use more than ASCII: the first that is set names UTF-8 or not"),
    Self(name: "TZ", meaning: "the time zone of today's date"),
  ]

  /// How much is read at most; more is refused with its location unless the entry says otherwise.
  static let limits = [
    Self(name: "a row of a batch or an audit", meaning: "4 MiB; a longer one is reported and skipped"),
    Self(name: "columns or keys of a row", meaning: "5000, and 256 KiB for their names"),
    Self(name: "an answer, a topic or a date in a row", meaning: "1 KiB"),
    Self(name: "a text or sentence", meaning: "4 KiB; the rest is not read"),
    Self(name: "rows of one visit", meaning: "100"),
    Self(name: "rows held for --visit-by without --sorted", meaning: "64 MiB"),
    Self(name: "rows with problems that are listed", meaning: "20; the others are counted"),
    Self(name: "a visit", meaning: "100 services and 64 KiB"),
    Self(name: "lines of one 837D claim that are checked together", meaning: "1000"),
    Self(name: "a segment of an 837 file", meaning: "8 KiB; a longer one is reported and skipped"),
    Self(name: "standard input of read", meaning: "64 MiB"),
    Self(name: "a profile", meaning: "64 KiB"),
    Self(name: "a plan", meaning: "1 MiB"),
    Self(name: "a learner's record", meaning: "16 MiB"),
    Self(name: "a typed line", meaning: "4096 bytes; the rest is not read"),
    Self(name: "a file of a rule book", meaning: "16 MiB, and all its files 64 MiB"),
    Self(name: "topics of a rule book", meaning: "100"),
    Self(name: "questions of a topic, with those of topics that it leads to", meaning: "1000"),
    Self(name: "answers of a question", meaning: "1000, and of all questions of a topic 10000"),
    Self(name: "entries of any other list of a rule book", meaning: "5000"),
    Self(name: "units of a code", meaning: "999"),
    Self(name: "problems of a rule book that are listed", meaning: "100; the others are counted"),
    Self(
      name: "paths of a topic that check visits",
      meaning: "100000, or fewer when they are long; it then says so"),
    Self(name: "paths of a topic that a quiz is made of", meaning: "2000, or fewer when they are long"),
    Self(name: "ways to a code that explain shows", meaning: "100 of a topic; it then says so"),
  ]
}
