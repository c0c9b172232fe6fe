import CodingRules
import StrictJSON

// Prints what the library advises, for comparison with the page. `walks FOLDER` takes the book in a folder.
let book = CommandLine.arguments.count > 1 ? try RuleBook(folder: CommandLine.arguments[1]) : .standard
for topic in book.topics { printWalks(of: topic) }
for variant in book.cases.flatMap(\.variants) { printVisit(variant.visit) }
printPairs()
