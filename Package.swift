// swift-tools-version: 6.2

import PackageDescription

/// A domain's overlays: a target of its own under `Plugins/`, which sees only the core and libraries of its domain.
func overlay(_ name: String) -> Target {
    let libraries = (domainLibraries[name] ?? []).map { Target.Dependency(stringLiteral: $0) }
    return .target(name: name, dependencies: ["PhaseLoom"] + libraries, path: "Plugins/\(name)")
}

/// The libraries under `Plugins/` that overlays of a domain use.
let domainLibraries = [
    "Governance": ["Credentials"],
    "SmartBuilding": ["BACnet", "Modbus", "FieldLinks", "BuildingPoints", "BuildingSurvey", "BuildingCommands"],
    "SmartHome": ["Credentials"],
]

/// A library of a domain, with tests of its own: a protocol, an algorithm, the records that its overlays share.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: ["PhaseLoom"] + dependencies, path: "Plugins/\(name)")
}

/// The tests of a domain's library.
func libraryTests(_ name: String, _ dependencies: [Target.Dependency] = [], fixtures: Bool = false) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name), "PhaseLoom", "PhaseLoomTesting"] + dependencies,
        exclude: fixtures ? ["Fixtures"] : [])
}

/// What integrates a building: links to the field, its protocols, the records of its points, and the work on them.
let buildingLibraries = [
    library("FieldLinks"),
    library("BACnet", ["FieldLinks"]),
    library("Modbus", ["FieldLinks"]),
    library("BuildingPoints", ["BACnet", "Modbus"]),
    library("BuildingSurvey", ["BACnet", "Modbus", "FieldLinks", "BuildingPoints"]),
    library("BuildingCommands", ["BACnet", "Modbus", "FieldLinks", "BuildingPoints"]),
    // Devices in memory and on loopback: for tests, and for trying things out without a building.
    library("SimulatedBuilding", ["BACnet", "Modbus", "FieldLinks"]),
    .executableTarget(
        name: "SimulatedBuildingTool",
        dependencies: ["PhaseLoom", "BACnet", "Modbus", "FieldLinks", "BuildingPoints", "SimulatedBuilding"],
        path: "Plugins/SimulatedBuildingTool"),
    libraryTests(
        "SimulatedBuilding",
        ["BACnet", "Modbus", "FieldLinks", "BuildingPoints", "BuildingSurvey", "SimulatedBuildingTool"]),
    libraryTests("FieldLinks", fixtures: true),
    libraryTests("BACnet", ["SimulatedBuilding", "FieldLinks"], fixtures: true),
    libraryTests("Modbus", ["SimulatedBuilding", "FieldLinks"], fixtures: true),
    libraryTests("BuildingPoints", ["BACnet", "Modbus", "FieldLinks", "SimulatedBuilding"], fixtures: true),
    libraryTests(
        "BuildingSurvey", ["BACnet", "Modbus", "FieldLinks", "BuildingPoints", "SimulatedBuilding"], fixtures: true),
    libraryTests("BuildingCommands", ["BACnet", "Modbus", "FieldLinks", "BuildingPoints", "SimulatedBuilding"]),
]

/// The tests of a domain's overlays, which run the public contract kit.
func overlayTests(_ name: String) -> Target {
    let libraries = (domainLibraries[name] ?? []) + (testLibraries[name] ?? [])
    return .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name), "PhaseLoom", "PhaseLoomTesting", "PhaseLoomFormats"]
            + libraries.map { .init(stringLiteral: $0) },
        exclude: overlaysWithFixtures.contains(name) ? ["Fixtures"] : [])
}

let overlays = [
    "AIServices",
    "CCTV",
    "CloudMigration",
    "Governance",
    "Infrastructure",
    "MLFeedback",
    "Regulations",
    "ServiceOperations",
    "SmartBuilding",
    "SmartHome",
    "Standards",
]

/// Those whose tests read files beside them.
let overlaysWithFixtures = ["Regulations", "SmartBuilding"]

/// What only the tests of overlays use.
let testLibraries = ["SmartBuilding": ["SimulatedBuilding"]]

let package = Package(
    name: "PhaseLoom",
    products: [
        .executable(name: "phaseloom", targets: ["PhaseLoomTool"]),
        .executable(name: "simulated-building", targets: ["SimulatedBuildingTool"]),
        .library(name: "PhaseLoom", targets: ["PhaseLoom"]),
        .library(name: "PhaseLoomFormats", targets: ["PhaseLoomFormats"]),
        .library(name: "PhaseLoomStores", targets: ["PhaseLoomStores"]),
        .library(name: "PhaseLoomCommands", targets: ["PhaseLoomCommands"]),
        .library(name: "PhaseLoomTesting", targets: ["PhaseLoomTesting"]),
        .library(name: "PhaseLoomOverlays", targets: ["PhaseLoomOverlays"] + overlays),
        // What the overlay of a building does its work with, for programs of their own.
        .library(
            name: "PhaseLoomBuildings",
            targets: ["FieldLinks", "BACnet", "Modbus", "BuildingPoints", "BuildingSurvey", "BuildingCommands"]),
        .library(name: "SimulatedBuilding", targets: ["SimulatedBuilding"]),
    ],
    targets: [
        .target(name: "PhaseLoom"),
        .target(name: "PhaseLoomFormats", dependencies: ["PhaseLoom"]),
        // Declares what is used of SQLite, so that its library is needed but no header of it.
        .systemLibrary(name: "CSQLite"),
        .target(
            name: "PhaseLoomStores", dependencies: ["PhaseLoom", "CSQLite"],
            linkerSettings: [
                .linkedLibrary(":libsqlite3.so.0", .when(platforms: [.linux])),
                .linkedLibrary("sqlite3", .when(platforms: [.macOS, .iOS, .tvOS, .watchOS, .visionOS])),
            ]),
        .target(name: "PhaseLoomCommands", dependencies: ["PhaseLoom", "PhaseLoomFormats", "PhaseLoomStores"]),
        .target(name: "PhaseLoomTesting", dependencies: ["PhaseLoom", "PhaseLoomFormats"]),
        .target(
            name: "PhaseLoomOverlays", dependencies: ["PhaseLoom"] + overlays.map { .init(stringLiteral: $0) }),
        // Credentials and licences with their dates, for overlays of more than one domain.
        .target(name: "Credentials", dependencies: ["PhaseLoom"], path: "Plugins/Credentials"),
        .testTarget(name: "CredentialsTests", dependencies: ["Credentials", "PhaseLoom", "PhaseLoomTesting"]),
        .executableTarget(name: "PhaseLoomTool", dependencies: ["PhaseLoomCommands", "PhaseLoomOverlays"]),
        .testTarget(name: "PhaseLoomTests", dependencies: ["PhaseLoom", "PhaseLoomTesting"]),
        .testTarget(
            name: "PhaseLoomFormatsTests", dependencies: ["PhaseLoom", "PhaseLoomFormats", "PhaseLoomTesting"],
            exclude: ["Golden"]),
        // What the tests of stores put under SQLite, and the program that they kill.
        .systemLibrary(name: "CSQLiteFiles", path: "Tests/CSQLiteFiles"),
        .executableTarget(
            name: "StoreWriter", dependencies: ["PhaseLoom", "PhaseLoomStores", "PhaseLoomTesting"],
            path: "Tests/StoreWriter"),
        .testTarget(
            name: "PhaseLoomStoresTests",
            dependencies: [
                "PhaseLoom", "PhaseLoomStores", "PhaseLoomTesting", "CSQLiteFiles", "StoreWriter",
            ]),
        .testTarget(
            name: "PhaseLoomOverlaysTests",
            dependencies: ["PhaseLoom", "PhaseLoomFormats", "PhaseLoomTesting", "PhaseLoomOverlays"]
                + overlays.map { .init(stringLiteral: $0) },
            exclude: ["Fixtures", "Golden"]),
        .testTarget(name: "PhaseLoomTestingTests", dependencies: ["PhaseLoom", "PhaseLoomTesting"]),
        .testTarget(
            name: "PhaseLoomCommandsTests",
            dependencies: ["PhaseLoom", "PhaseLoomCommands", "PhaseLoomFormats", "PhaseLoomTesting"],
            exclude: ["Golden"]),
    ] + buildingLibraries + overlays.map(overlay) + overlays.map(overlayTests)
)

if Context.environment["PHASELOOM_FUZZ"] != nil {
    // The laws that hold for what comes from a building, for the fuzzers and the run of seeded mutations.
    package.targets += [
        .target(
            name: "FuzzedParsers",
            dependencies: ["PhaseLoom", "BACnet", "Modbus", "FieldLinks", "BuildingPoints", "BuildingSurvey"],
            path: "Fuzz/FuzzedParsers"),
        .executableTarget(
            name: "FieldMutations", dependencies: ["FuzzedParsers", "PhaseLoomTesting"], path: "Fuzz/FieldMutations"),
    ]
    let fuzzers = [
        "BACnetFuzz": "FuzzedParsers", "CaptureFuzz": "FuzzedParsers", "ModbusFuzz": "FuzzedParsers",
        "OverlayFileFuzz": "PhaseLoomFormats", "PlanFileFuzz": "PhaseLoomFormats", "PointListFuzz": "FuzzedParsers",
    ]
    package.targets += fuzzers.sorted { $0.key < $1.key }.map { name, library in
        .executableTarget(
            name: name, dependencies: ["PhaseLoom", .init(stringLiteral: library)],
            path: "Fuzz/\(name)",
            // The fuzzer brings its own entry point.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    }
}

if Context.environment["PHASELOOM_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "PhaseLoomBenchmarks",
            dependencies: [
                "PhaseLoom", "PhaseLoomFormats", "PhaseLoomStores", "PhaseLoomTesting", "BACnet", "Modbus",
                "FieldLinks",
            ]
                + overlays.map { .init(stringLiteral: $0) },
            path: "Benchmarks/PhaseLoomBenchmarks"))
}

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .swiftLanguageMode(.v6),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("ImmutableWeakCaptures"),
            .enableUpcomingFeature("InferIsolatedConformances"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .treatAllWarnings(as: .error),
            .treatWarning("ExplicitSendable", as: .error),
        ]
}
