import PackagePlugin

/// Runs the `build` script of the page's target when any input of the page changes.
@main
struct PageProgram: BuildToolPlugin {
  /// Path fragments of library sources that the page does not need, such as the checks of rules.
  private static let excluded = [
    "/AdviceReport", "/Audit/", "/Auditing/", "/Checking/", "Dialogue.swift", "/FindingsReport", "/Plan",
    "/RuleFolder",
  ]

  /// The inputs of the page other than the library.
  private static let parts = [
    "build", "page/1-base.css", "page/2-answer.css", "page/3-tree.css", "page/4-paper.css", "page/page.html",
    "page/page.js", "program/Embedded.swift", "program/Exports.swift", "program/Platform.c",
    "../EmbeddedFiles/include/EmbeddedFiles.h",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let library = try context.package.targets(named: ["StrictJSON", "CodingRules"])
    let sources = library.compactMap(\.sourceModule).flatMap { $0.sourceFiles(withSuffix: ".swift") }
      .map(\.url).filter { url in
        let path = "/" + url.pathComponents.suffix(3).joined(separator: "/")
        return !Self.excluded.contains { path.contains($0) }
      }
    let parts = Self.parts.map { target.directoryURL.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "PageParts.swift")
    return [
      .buildCommand(
        displayName: "Compiling the page's program", executable: parts[0],
        arguments: [try context.tool(named: "swiftc").url.path, output.path] + sources.map(\.path),
        inputFiles: sources + parts, outputFiles: [output])
    ]
  }
}
