/// An environment variable that is read, for the manual page.
struct EnvironmentVariable {
  let name: String
  let meaning: String

  static let all = [
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
}
