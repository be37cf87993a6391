// swift-tools-version: 6.3
import PackageDescription

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "vigil",
  products: [.executable(name: "vigil", targets: ["vigil"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // What happened: validated values with typed refusals.
    .target(name: "SessionRecord"),
    // How it is typed: one line to one entry, and back.
    .target(name: "Shorthand", dependencies: ["SessionRecord"]),
    // What it means: protocols, rules and the pure assessment.
    .target(
      name: "Monitoring",
      dependencies: ["SessionRecord"],
      resources: [
        .embedInCode("../../schemas/protocols/iv-0.5-40.json"),
        .embedInCode("../../schemas/protocols/esketamine-in.json"),
        .embedInCode("../../schemas/protocols/im.json"),
        .embedInCode("../../schemas/protocols/sl-supervised.json"),
        .embedInCode("../../schemas/protocols/sl-remote.json"),
        .embedInCode("../../schemas/protocols/starting-point.json"),
      ]
    ),
    // Where it is kept: one append-only SQLite file.
    .target(
      name: "RecordStore",
      dependencies: ["SessionRecord", crypto, cryptoExtras, grdb, sqlite],
      resources: [.embedInCode("../../schemas/record-v2.sql")]
    ),
    // The act of supervising: open, record, acknowledge, amend, close.
    .target(
      name: "Supervision",
      dependencies: ["SessionRecord", "Shorthand", "Monitoring", "RecordStore"]
    ),
    // What people read: text and JSON, rendered from the assessment.
    .target(name: "Reports", dependencies: ["SessionRecord", "Monitoring"]),
    // What other systems send: CSV to observations.
    .target(name: "Exchange", dependencies: ["SessionRecord"]),
    // Who asks: one file a command.
    .executableTarget(
      name: "vigil",
      dependencies: [
        "SessionRecord", "Shorthand", "Monitoring", "RecordStore", "Supervision", "Reports",
        "Exchange", argumentParser,
      ]
    ),

    // What the tests share: numbers that a printed seed repeats.
    .target(name: "TestSupport", dependencies: ["SessionRecord"], path: "Tests/Support"),
    // How fast sessions are assessed; run by scripts/bench.
    .executableTarget(
      name: "assess-bench",
      dependencies: ["TestSupport", "SessionRecord", "Monitoring"],
      path: "Tests/Bench/Assess"
    ),
    // A record of any size, for scripts that measure; run by scripts/fill-record.
    .executableTarget(
      name: "fill-record",
      dependencies: ["TestSupport", "SessionRecord", "Monitoring", "RecordStore"],
      path: "Tests/Bench/Fill"
    ),
    // A clinic by a seed, held against a model in memory at every step.
    .target(
      name: "ClinicSimulation",
      dependencies: [
        "TestSupport", "SessionRecord", "Monitoring", "RecordStore", "Supervision", grdb, sqlite,
      ],
      path: "Tests/Clinic/Simulation"
    ),
    // The same, run by scripts/faults long.
    .executableTarget(
      name: "simulate-clinic",
      dependencies: ["ClinicSimulation"],
      path: "Tests/Clinic/Run"
    ),
    .testTarget(name: "SessionRecordTests", dependencies: ["TestSupport", "SessionRecord"]),
    .testTarget(
      name: "ShorthandTests",
      dependencies: ["TestSupport", "SessionRecord", "Shorthand"],
      exclude: ["entry-lines.jsonl", "own-lines.jsonl", "refusals.tsv", "slips.jsonl"]
    ),
    .testTarget(
      name: "MonitoringTests",
      dependencies: ["TestSupport", "SessionRecord", "Monitoring"]
    ),
    .testTarget(
      name: "RecordStoreTests",
      dependencies: [
        "TestSupport", "SessionRecord", "RecordStore", crypto, cryptoExtras, grdb,
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "SupervisionTests",
      dependencies: [
        "TestSupport", "SessionRecord", "Shorthand", "Monitoring", "RecordStore", "Supervision",
        grdb,
      ]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["TestSupport", "SessionRecord", "Monitoring", "Reports"],
      exclude: ["Golden", "Schemas"]
    ),
    .testTarget(name: "ExchangeTests", dependencies: ["TestSupport", "SessionRecord", "Exchange"]),
    // The built program, run as a person runs it.
    .testTarget(
      name: "vigilTests",
      dependencies: ["TestSupport", "vigil"],
      exclude: ["Campaigns/hostile.jsonl", "HardDay/hard-day.story", "HardDay/hard-day.txt"]
    ),
    // Thousands of simulated sessions, and the boundary of every limit.
    .testTarget(
      name: "SimulationTests",
      dependencies: ["TestSupport", "SessionRecord", "Monitoring"],
      path: "Tests/Simulation"
    ),
    .testTarget(
      name: "ClinicSimulationTests",
      dependencies: ["TestSupport", "ClinicSimulation"],
      path: "Tests/Clinic/Tests"
    ),
    // Stories: entries in, expected flags out.
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "TestSupport", "SessionRecord", "Shorthand", "Monitoring", "RecordStore", "Supervision",
        "Reports",
      ],
      path: "Tests/Scenarios",
      exclude: ["Controls", "Golden", "Protocols", "Stories"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    // `any Error` is visible.
    .enableUpcomingFeature("ExistentialAny"),
    // An import is private unless it says `package import`.
    .enableUpcomingFeature("InternalImportsByDefault"),
    // A file uses only what it imports.
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

// scripts/fuzz: the libraries count what is reached, and what the tests promise of a reader is a program of its
// own. A source belongs to one target, so there are no tests beside them. The variable is libFuzzer's archive.
if let libFuzzer = Context.environment["VIGIL_FUZZ"] {
  let counted = SwiftSetting.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])
  func fuzzer(_ name: String, of module: String, _ sources: [String]) -> Target {
    .executableTarget(
      name: name,
      dependencies: [
        "FuzzDriver", "TestSupport", "SessionRecord", .target(name: module),
      ],
      path: "Tests",
      sources: sources,
      swiftSettings: [counted, .unsafeFlags(["-parse-as-library"])],
      linkerSettings: [
        .unsafeFlags([
          "-Xlinker", "--whole-archive", "-Xlinker", libFuzzer, "-Xlinker", "--no-whole-archive",
          "-lstdc++", "-lm",
        ])
      ]
    )
  }
  package.targets.removeAll { $0.type == .test }
  for target in package.targets where target.type == .regular {
    target.swiftSettings?.append(counted)
  }
  package.targets += [
    .target(name: "FuzzDriver", path: "Tests/Fuzz/Driver", swiftSettings: [counted]),
    fuzzer(
      "fuzz-lines",
      of: "Shorthand",
      [
        "Fuzz/Lines", "ShorthandTests/Fuzzing/LinePromise.swift",
        "ShorthandTests/Fuzzing/MadeAgain.swift", "ShorthandTests/BedsideWords.swift",
        "ShorthandTests/SampleScales.swift",
      ]
    ),
    fuzzer(
      "fuzz-table",
      of: "Exchange",
      [
        "Fuzz/Table", "ExchangeTests/Fuzzing/TablePromise.swift",
        "ExchangeTests/Fuzzing/TableText.swift",
      ]
    ),
    fuzzer(
      "fuzz-protocol",
      of: "Monitoring",
      ["Fuzz/Protocol", "MonitoringTests/Fuzzing/ProtocolPromise.swift"]
    ),
    fuzzer(
      "fuzz-bodies",
      of: "RecordStore",
      ["Fuzz/Bodies", "RecordStoreTests/Fuzzing/BodyPromise.swift"]
    ),
    fuzzer(
      "fuzz-files",
      of: "RecordStore",
      ["Fuzz/Files", "RecordStoreTests/Fuzzing/SmallFilePromise.swift"]
    ),
  ]
}
