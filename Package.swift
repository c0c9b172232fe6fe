// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "cdtadvise",
  products: [
    .library(name: "CodingRules", targets: ["CodingRules"]),
    .executable(name: "cdtadvise", targets: ["cdtadvise"]),
  ],
  targets: [
    .target(name: "EmbeddedRules"),
    .target(name: "StrictJSON"),
    .target(name: "CodingRules", dependencies: ["EmbeddedRules", "StrictJSON"]),
    .target(name: "ClaimFiles", dependencies: ["StrictJSON"]),
    .executableTarget(name: "cdtadvise", dependencies: ["ClaimFiles", "CodingRules", "StrictJSON"]),
    .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON"]),
    .testTarget(name: "ClaimFilesTests", dependencies: ["ClaimFiles"]),
    .testTarget(name: "CodingRulesTests", dependencies: ["CodingRules"]),
    .testTarget(name: "cdtadviseTests", dependencies: ["cdtadvise"]),
  ],
  cLanguageStandard: .c2x
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
