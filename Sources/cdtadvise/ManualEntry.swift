/// Lists of the manual page.
enum ManualEntry {
  /// The environment variables.
  static let environment: [(name: String, meaning: String)] = [
    ("CDTADVISE_RULES", "the folder of a rule book, as --rules"),
    ("COLUMNS", "the width of text"),
    ("NO_COLOR", "never color text, if set"),
    ("FORCE_COLOR, CLICOLOR_FORCE", "always color text, if set and not 0"),
    ("TERM", "no color on a terminal if unset, empty or dumb"),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "whether drawings use more than ASCII: the first that is set names UTF-8 or not"
    ),
    ("TZ", "the time zone of today's date"),
  ]

  /// The largest accepted inputs; larger ones are refused with their location unless the entry says otherwise.
  static let limits: [(name: String, meaning: String)] = [
    ("a row of a batch or an audit", "4 MiB; a longer one is reported and skipped"),
    ("columns or keys of a row", "5000, and 256 KiB for their names"),
    ("an answer, a topic or a date in a row", "1 KiB"),
    ("a text or sentence", "4 KiB; the rest is not read"),
    ("rows of one visit", "100"),
    ("rows held for --visit-by without --sorted", "64 MiB"),
    ("rows with problems that are listed", "20; the others are counted"),
    ("a visit", "100 services and 64 KiB"),
    ("lines of one 837D claim that are checked together", "1000"),
    ("a segment of an 837 file", "8 KiB; a longer one is reported and skipped"),
    ("standard input of read", "64 MiB"),
    ("a profile", "64 KiB"),
    ("a plan", "1 MiB"),
    ("a learner's record", "16 MiB"),
    ("a typed line", "4096 bytes; the rest is not read"),
    ("a file of a rule book", "16 MiB, and all its files 64 MiB"),
    ("topics of a rule book", "100"),
    ("questions of a topic, with those of topics that it leads to", "1000"),
    ("answers of a question", "1000, and of all questions of a topic 10000"),
    ("entries of any other list of a rule book", "5000"),
    ("units of a code", "999"),
    ("problems of a rule book that are listed", "100; the others are counted"),
    ("paths of a topic that check visits", "100000, or fewer when they are long; it then says so"),
    ("paths of a topic that a quiz is made of", "2000, or fewer when they are long"),
    ("ways to a code that explain shows", "100 of a topic; it then says so"),
  ]
}
