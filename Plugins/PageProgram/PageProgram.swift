import Foundation
import PackagePlugin

/// Compiles the library to WebAssembly and makes the page of it that the command hands out.
@main
struct PageProgram: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL
    let library = try context.package.targets(named: ["StrictJSON", "CodingRules"])
    let sources = library.compactMap(\.sourceModule).flatMap(\.sourceFiles).map(\.url)
    let output = context.pluginWorkDirectoryURL.appending(path: "PageParts.swift")
    return [
      .buildCommand(
        displayName: "Compiling the page's program",
        executable: folder.appending(path: "build"),
        arguments: [try context.tool(named: "swiftc").url.path, output.path] + sources.map(\.path),
        inputFiles: sources,
        outputFiles: [output])
    ]
  }
}
