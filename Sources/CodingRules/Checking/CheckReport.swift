/// The findings on a rule book or a plan.
package struct CheckReport: Sendable {
  package let findings: [Finding]
  /// How many answers the examples cover; nil for a plan, and for a book that cannot be read.
  let coverage: Coverage?

  /// Creates a report.
  package init(_ findings: [Finding], _ coverage: Coverage? = nil) {
    (self.findings, self.coverage) = (findings, coverage)
  }

  /// Checks a book.
  private init(_ book: RuleBook, more: [Finding] = []) {
    self.init(book.check() + more, book.coverage)
  }

  /// The report on the built-in book and plans.
  package static var standard: CheckReport {
    let plans = Plan.standard.flatMap { $0.check(with: .standard, file: "plans/\($0.id).json") }
    // Warnings are about codes that plans mention and the book does not have.
    return CheckReport(.standard, more: plans.filter { $0.severity == .error })
  }

  /// Checks the book in a folder; throws only if the folder cannot be read.
  package init(folder: String) throws(UnusableRules) {
    do throws(UnusableRules) {
      self.init(try RuleBook(folder: folder))
    } catch {
      if error.findings.count == 1, error.findings[0].file == folder { throw error }
      self.init(error.findings)
    }
  }

  /// Checks the JSON of a plan.
  ///
  /// - Parameter file: The name in findings.
  package init(plan: [UInt8], file: String, with book: RuleBook) {
    do throws(UnusableRules) {
      self.init(try Plan(plan, file: file).check(with: book, file: file))
    } catch {
      self.init(error.findings)
    }
  }

  /// Whether a finding is an error.
  package var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
