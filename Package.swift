// swift-tools-version: 6.2

import PackageDescription

// Targets stand in alphabetical order, each with its tests; one dependency a line. What may import
// what is the table in the Architecture article; Tests/InvariantTests holds it to that.

/// What the fuzz targets call.
let fuzzed: [Target.Dependency] = [
  "AuditEngine",
  "AuditInput",
  "AuditModel",
  "AuditReport",
  "ChatProbe",
  "XMLReading",
]

let package = Package(
  name: "ChatSunset",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "chatsunset", targets: ["chatsunset"]),
    .library(name: "AuditKit", targets: ["AuditKit"]),
    .library(name: "ChatProbe", targets: ["ChatProbe"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // MARK: AuditEngine

    .target(
      name: "AuditEngine",
      dependencies: [
        "AuditModel",
        "BytePrefilter",
        "CLibYAML",
        "CPCRE2",
        "XMLReading",
      ]
    ),
    .testTarget(
      name: "AuditEngineTests",
      dependencies: [
        "AuditEngine",
        "AuditTestSupport",
      ]
    ),

    // MARK: AuditInput

    .target(
      name: "AuditInput",
      dependencies: [
        "AuditModel",
        "CFolderList",
        "CLibArchive",
      ]
    ),
    .testTarget(
      name: "AuditInputTests",
      dependencies: [
        "AuditInput",
        "AuditTestSupport",
      ]
    ),

    // MARK: AuditKit

    .target(
      name: "AuditKit",
      dependencies: [
        "AuditEngine",
        "AuditInput",
        "AuditModel",
        "AuditPlan",
        "AuditReport",
        "BuiltInRules",
      ]
    ),
    .testTarget(
      name: "AuditKitTests",
      dependencies: [
        "AuditEngine",
        "AuditKit",
        "AuditModel",
        "AuditPlan",
        "AuditReport",
        "AuditTestSupport",
      ],
      exclude: ["Goldens"]
    ),

    // MARK: AuditModel

    .target(
      name: "AuditModel"
    ),
    .testTarget(
      name: "AuditModelTests",
      dependencies: [
        "AuditModel",
        "AuditTestSupport",
      ]
    ),

    // MARK: AuditPlan

    .target(
      name: "AuditPlan",
      dependencies: [
        "AuditModel",
        "LenientJSON",
      ]
    ),
    .testTarget(
      name: "AuditPlanTests",
      dependencies: [
        "AuditPlan",
        "AuditTestSupport",
      ]
    ),

    // MARK: AuditReport

    .target(
      name: "AuditReport",
      dependencies: [
        "AuditModel",
        "CXLSXWriter",
      ],
      exclude: ["Schema"]
    ),
    .testTarget(
      name: "AuditReportTests",
      dependencies: [
        "AuditReport",
        "AuditTestSupport",
      ],
      exclude: [
        "Goldens",
        "check.sh",
        "check_html.py",
        "check_reports.py",
        "check_xlsx.py",
        "requirements.txt",
        "sarif_subset.py",
      ]
    ),

    // MARK: AuditTestSupport

    .target(
      name: "AuditTestSupport",
      dependencies: [
        "AuditEngine",
        "AuditModel",
      ],
      path: "Tests/AuditTestSupport"
    ),

    // MARK: BuiltInRules

    .target(
      name: "BuiltInRules",
      dependencies: [
        "AuditModel"
      ],
      path: "Rules",
      exclude: ["legacy-chat"]
    ),

    // MARK: BytePrefilter

    .target(
      name: "BytePrefilter",
      dependencies: [
        "CPrefilterKernel"
      ]
    ),
    .testTarget(
      name: "BytePrefilterTests",
      dependencies: [
        "BytePrefilter",
        "AuditTestSupport",
      ]
    ),

    // MARK: C libraries

    .target(
      name: "CCurl"
    ),
    .systemLibrary(
      name: "CFolderList"
    ),
    .systemLibrary(
      name: "CLibArchive",
      pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]
    ),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]
    ),
    .target(
      name: "CLoopback"
    ),
    .target(
      name: "CPrefilterKernel"
    ),
    .target(
      name: "CXLSXWriter"
    ),

    // MARK: ChatProbe

    .target(
      name: "ChatProbe",
      dependencies: [
        "AuditModel",
        "CCurl",
        "LenientJSON",
      ]
    ),
    .testTarget(
      name: "ChatProbeTests",
      dependencies: [
        "AuditModel",
        "CCurl",
        "ChatProbe",
        "chatsunset",
        "FakeChatServer",
        "LenientJSON",
        "without-sockets",
      ]
    ),

    // MARK: chatsunset

    .executableTarget(
      name: "chatsunset",
      dependencies: [
        "AuditKit",
        "AuditModel",
        "AuditPlan",
        "AuditReport",
        "ChatProbe",
        "FakeChatServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(
      name: "chatsunsetTests",
      dependencies: [
        "AuditReport",
        "chatsunset",
        "AuditTestSupport",
      ]
    ),

    // MARK: EmbedRules

    .executableTarget(
      name: "EmbedRules",
      dependencies: [
        "AuditEngine"
      ]
    ),

    // MARK: FakeChatServer

    .target(
      name: "FakeChatServer",
      dependencies: [
        "CLoopback",
        "LenientJSON",
      ]
    ),

    // MARK: Fuzzing

    // The same sources once more as a program that looks for new cases: see the end of this file.
    .testTarget(
      name: "FuzzingTests",
      dependencies: fuzzed + ["AuditTestSupport"],
      path: "Tests/Fuzzing",
      exclude: ["Cases", "Driver", "README.md", "run.sh"]
    ),

    // MARK: InvariantTests

    .testTarget(
      name: "InvariantTests",
      dependencies: [
        "AuditTestSupport"
      ]
    ),

    // MARK: LenientJSON

    .target(
      name: "LenientJSON"
    ),

    // MARK: without-sockets

    .executableTarget(
      name: "without-sockets",
      path: "Tests/without-sockets"
    ),

    // MARK: XMLReading

    .target(
      name: "XMLReading",
      dependencies: [
        "AuditModel",
        "CLibXML2",
      ],
      // Lets a property return a span of the event that it belongs to.
      swiftSettings: [.enableExperimentalFeature("Lifetimes")]
    ),
    .testTarget(
      name: "XMLReadingTests",
      dependencies: [
        "AuditModel",
        "XMLReading",
        "AuditTestSupport",
      ]
    ),
  ]
)

// A fuzzer needs its own flags and takes minutes to build, so only Tests/Fuzzing/run.sh asks for it.
if Context.environment["CHATSUNSET_FUZZING"] != nil {
  package.targets.removeAll { $0.name == "FuzzingTests" }
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: fuzzed,
      path: "Tests/Fuzzing",
      exclude: ["Cases", "README.md", "Replay", "run.sh"]
    ))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
  ]
}
