// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "cdtadvise",
  products: [
    .library(name: "CodingRules", targets: ["CodingRules"]),
    .executable(name: "cdtadvise", targets: ["cdtadvise"]),
  ],
  targets: [
    .target(name: "EmbeddedFiles"),
    .target(name: "Platform"),
    .target(name: "StrictJSON"),
    .target(
      name: "CodingRules", dependencies: ["EmbeddedFiles", "StrictJSON"]),
    .plugin(name: "PageProgram", capability: .buildTool(), path: "Sources/PageProgram"),
    .target(
      name: "InterviewPage", dependencies: ["CodingRules"], exclude: ["build", "page", "program"],
      plugins: ["PageProgram"]),
    .target(name: "ClaimFiles", dependencies: ["StrictJSON"]),
    .target(
      name: "BatchAdvice", dependencies: ["ClaimFiles", "CodingRules", "StrictJSON"]),
    .target(name: "ClaimAudit", dependencies: ["ClaimFiles", "CodingRules", "StrictJSON"]),
    .executableTarget(
      name: "cdtadvise",
      dependencies: [
        "BatchAdvice", "ClaimAudit", "ClaimFiles", "CodingRules", "InterviewPage", "Platform",
        "StrictJSON",
      ]),
    .executableTarget(
      name: "responses", dependencies: ["CodingRules", "StrictJSON"], path: "Tests/Page/responses"),
    .target(name: "TestSupport", path: "Tests/TestSupport", exclude: ["TestBook"]),
    .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON"]),
    .testTarget(
      name: "CodingRulesTests", dependencies: ["CodingRules", "StrictJSON"], exclude: ["BadRules"]),
    .testTarget(name: "InterviewPageTests", dependencies: ["CodingRules", "InterviewPage"]),
    .testTarget(name: "ClaimFilesTests", dependencies: ["ClaimFiles", "StrictJSON"]),
    .testTarget(
      name: "BatchAdviceTests",
      dependencies: ["BatchAdvice", "ClaimFiles", "CodingRules", "StrictJSON", "TestSupport"]),
    .testTarget(
      name: "ClaimAuditTests", dependencies: ["ClaimAudit", "ClaimFiles", "CodingRules", "StrictJSON"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["ClaimFiles", "CodingRules", "StrictJSON", "TestSupport", "cdtadvise"],
      exclude: ["Inputs", "Snapshots"]),
  ],
  cLanguageStandard: .c2x
)

for target in package.targets where target.type != .plugin {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  if target.type != .test {
    target.swiftSettings?.append(.strictMemorySafety())
  }
}
