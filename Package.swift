// swift-tools-version: 6.2
import PackageDescription

let texts = [
  "Completions/cdtadvise.bash", "Completions/cdtadvise.zsh", "Completions/cdtadvise.fish",
  "Manual/cdtadvise.1",
]
.map { Resource.embedInCode($0) }

let package = Package(
  name: "cdtadvise",
  products: [
    .library(name: "CodingRules", targets: ["CodingRules"]),
    .executable(name: "cdtadvise", targets: ["cdtadvise"]),
  ],
  targets: [
    .target(
      name: "EmbeddedFiles", cxxSettings: [.unsafeFlags(["-fconstexpr-steps=1000000000"])]),
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
      ], exclude: ["startup.order"], resources: texts),
    .executableTarget(
      name: "responses", dependencies: ["CodingRules", "StrictJSON"], path: "Tests/Page/responses"),
    .target(name: "TestSupport", path: "Tests/TestSupport", exclude: ["TestBook", "TestPlan.json"]),
    .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON", "TestSupport"]),
    .testTarget(
      name: "CodingRulesTests", dependencies: ["CodingRules", "StrictJSON", "TestSupport"],
      exclude: ["BadRules"]),
    .testTarget(name: "InterviewPageTests", dependencies: ["CodingRules", "InterviewPage"]),
    .testTarget(name: "ClaimFilesTests", dependencies: ["ClaimFiles", "StrictJSON", "TestSupport"]),
    .testTarget(
      name: "BatchAdviceTests",
      dependencies: ["BatchAdvice", "ClaimFiles", "CodingRules", "StrictJSON", "TestSupport"]),
    .testTarget(
      name: "ClaimAuditTests",
      dependencies: ["ClaimAudit", "ClaimFiles", "CodingRules", "StrictJSON", "TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["ClaimFiles", "CodingRules", "StrictJSON", "TestSupport", "cdtadvise"],
      exclude: ["Inputs", "Snapshots"]),
  ],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx20
)

// The fuzz target, built by `Tests/Fuzz/run`, needs the command as a library.
if Context.environment["CDTADVISE_FUZZ"] != nil,
  let index = package.targets.firstIndex(where: { $0.name == "cdtadvise" })
{
  package.products.removeAll { $0.name == "cdtadvise" }
  package.targets[index] = .target(
    name: "cdtadvise", dependencies: package.targets[index].dependencies,
    exclude: ["main.swift", "startup.order"], resources: texts)
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["ClaimFiles", "CodingRules", "StrictJSON", "cdtadvise"],
      path: "Tests/Fuzz/Readers"))
}

for target in package.targets where target.type != .plugin {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  if target.type != .test, target.name != "fuzz" {
    target.swiftSettings?.append(.strictMemorySafety())
    // Function sections, which the linker can reorder, and metadata without names save a sixth of the
    // start-up time.
    target.swiftSettings?.append(
      .unsafeFlags(
        [
          "-function-sections", "-disable-concrete-type-metadata-mangled-name-accessors",
          "-disable-llvm-merge-functions-pass",
        ]
        .flatMap { ["-Xfrontend", $0] }, .when(configuration: .release)))
    // The tests cover every path of every topic, which takes three times as long without optimization.
    target.swiftSettings?.append(
      .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug)))
  }
  if target.type == .executable, target.name == "cdtadvise" {
    let order = "\(Context.packageDirectory)/Sources/cdtadvise/startup.order"
    target.linkerSettings = [
      .unsafeFlags(
        [
          "-use-ld=lld", "-Xlinker", "--symbol-ordering-file=\(order)", "-Xlinker",
          "--no-warn-symbol-ordering",
        ],
        .when(platforms: [.linux], configuration: .release))
    ]
  }
  if Context.environment["CI"] != nil {
    target.swiftSettings?.append(.treatAllWarnings(as: .error))
    target.cSettings = [.treatAllWarnings(as: .error)]
    target.cxxSettings = (target.cxxSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
