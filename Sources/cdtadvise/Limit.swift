/// How much is read at most; more is refused with its location unless the table says otherwise.
struct Limit {
  let what: String
  let most: String

  static let all = [
    Self(what: "a row of a batch or an audit", most: "4 MiB; a longer one is reported and skipped"),
    Self(what: "columns or keys of a row", most: "5000, and 256 KiB for their names"),
    Self(what: "an answer, a topic or a date in a row", most: "1 KiB"),
    Self(what: "a text or sentence", most: "4 KiB; the rest is not read"),
    Self(what: "rows of one visit", most: "100"),
    Self(what: "rows held for --visit-by without --sorted", most: "64 MiB"),
    Self(what: "rows with problems that are listed", most: "20; the others are counted"),
    Self(what: "a visit", most: "100 services and 64 KiB"),
    Self(what: "lines of one 837D claim that are checked together", most: "1000"),
    Self(what: "a segment of an 837 file", most: "8 KiB; a longer one is reported and skipped"),
    Self(what: "standard input of read", most: "64 MiB"),
    Self(what: "a profile", most: "64 KiB"),
    Self(what: "a plan", most: "1 MiB"),
    Self(what: "a learner's record", most: "16 MiB"),
    Self(what: "a typed line", most: "4096 bytes; the rest is not read"),
    Self(what: "a file of a rule book", most: "16 MiB, and all its files 64 MiB"),
    Self(what: "topics of a rule book", most: "100"),
    Self(what: "questions of a topic, with those of topics that it leads to", most: "1000"),
    Self(what: "answers of a question", most: "1000, and of all questions of a topic 10000"),
    Self(what: "entries of any other list of a rule book", most: "5000"),
    Self(what: "units of a code", most: "999"),
    Self(what: "problems of a rule book that are listed", most: "100; the others are counted"),
    Self(
      what: "paths of a topic that check visits",
      most: "100000, or fewer when they are long; it then says so"),
    Self(what: "paths of a topic that a quiz is made of", most: "2000, or fewer when they are long"),
    Self(what: "ways to a code that explain shows", most: "100 of a topic; it then says so"),
  ]
}
