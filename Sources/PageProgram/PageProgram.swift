import Foundation
import PackagePlugin

/// Runs `build` of the page's target whenever something that goes into the page has changed.
@main
struct PageProgram: BuildToolPlugin {
  /// Folders and files of the library that the page has no use for; and browsers have no folders to read rules from.
  private static let leftOut: Set = [
    "Auditing", "Checking", "Plans", "Audit", "FindingsReport.swift", "PlanJSON.swift", "PlanText.swift",
    "RuleFolder.swift",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let library = try context.package.targets(named: ["StrictJSON", "CodingRules"])
    let sources = library.compactMap(\.sourceModule).flatMap { $0.sourceFiles(withSuffix: ".swift") }
      .map(\.url).filter { Self.leftOut.isDisjoint(with: $0.pathComponents.suffix(3)) }
    let own = FileManager.default.enumerator(at: target.directoryURL, includingPropertiesForKeys: nil)
    let parts = own?.compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath } ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "PageParts.swift")
    // Without the optimizer the page is twice as large and slow, and built in a third of the time.
    let isQuick = ProcessInfo.processInfo.environment["CDTADVISE_QUICK_PAGE"] != nil
    let arguments = [try context.tool(named: "swiftc").url.path, isQuick ? "-Onone" : "-Osize", output.path]
    return [
      .buildCommand(
        displayName: "Compiling the page's program",
        executable: target.directoryURL.appending(path: "build"),
        arguments: arguments + sources.map(\.path),
        inputFiles: sources + parts,
        outputFiles: [output])
    ]
  }
}
