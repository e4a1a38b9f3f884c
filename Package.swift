// swift-tools-version: 6.2
import PackageDescription

// The rings of the architecture. Imports point inward only:
//   Programs → Doors → Broker → Core, and all of them may use Formats and Libraries,
//   which know nothing of referrals. One helper per ring sets the path and says what that ring
//   may depend on; `Tests/Tidy` checks the same of the import statements.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

enum Ring: Int {
    case libraries, formats, core, broker, doors, programs

    var path: String {
        switch self {
        case .libraries: "Libraries"
        case .formats: "Formats"
        case .core: "Core"
        case .broker: "Broker"
        case .doors: "Doors"
        case .programs: "Programs"
        }
    }
}

/// The ring of each of our targets, filled as the targets are declared.
var rings: [String: Ring] = [:]

/// Declares a target in a ring; `uses` names targets of the same ring or of rings further in.
@MainActor func target(
    _ name: String, in ring: Ring, uses: [String] = [], packages: [Target.Dependency] = [],
    resources: [Resource] = [], exclude: [String] = [], executable: Bool = false
) -> Target {
    for used in uses {
        guard let other = rings[used] else { fatalError("\(name): declare \(used) before it") }
        precondition(other.rawValue <= ring.rawValue, "\(name) may not look outward to \(used)")
        precondition(ring != .formats || other == .formats, "a format uses no library: \(name)")
    }
    rings[name] = ring
    let dependencies = uses.map { Target.Dependency.target(name: $0) } + packages
    let path = "Sources/\(ring.path)/\(name)"
    return executable
        ? .executableTarget(
            name: name, dependencies: dependencies, path: path, exclude: exclude,
            resources: resources, swiftSettings: settings)
        : .target(
            name: name, dependencies: dependencies, path: path, exclude: exclude,
            resources: resources, swiftSettings: settings)
}

/// A C library of the system: a module map, and `static inline` wrappers of what Swift cannot see.
/// Without names, glibc itself.
@MainActor func system(_ name: String, pkgConfig: String? = nil, debian: String? = nil) -> Target {
    rings[name] = .libraries
    return .systemLibrary(
        name: name, path: "Sources/Libraries/\(name)", pkgConfig: pkgConfig,
        providers: debian.map { [.apt([$0])] })
}

@MainActor func library(
    _ name: String, uses: [String] = [], packages: [Target.Dependency] = []
) -> Target {
    target(name, in: .libraries, uses: uses, packages: packages)
}

@MainActor func format(
    _ name: String, uses: [String] = [], packages: [Target.Dependency] = []
) -> Target {
    target(name, in: .formats, uses: uses, packages: packages)
}

@MainActor func core(
    _ name: String, uses: [String] = [], packages: [Target.Dependency] = [],
    resources: [Resource] = []
) -> Target {
    target(name, in: .core, uses: uses, packages: packages, resources: resources)
}

@MainActor func broker(
    _ name: String, uses: [String] = [], packages: [Target.Dependency] = [],
    resources: [Resource] = []
) -> Target {
    target(name, in: .broker, uses: uses, packages: packages, resources: resources)
}

@MainActor func door(
    _ name: String, uses: [String] = [], packages: [Target.Dependency] = []
) -> Target {
    target(name, in: .doors, uses: uses, packages: packages)
}

@MainActor func program(
    _ name: String, uses: [String] = [], packages: [Target.Dependency] = [],
    exclude: [String] = []
) -> Target {
    target(
        name, in: .programs, uses: uses, packages: packages, exclude: exclude, executable: true)
}

/// The tests of one target, at the same place under `Tests` as the target under `Sources`; with
/// `kit`, on `Tests/Fixtures`.
@MainActor func tests(
    of name: String, uses: [String] = [], packages: [Target.Dependency] = [],
    resources: [Resource] = [], kit: Bool = false
) -> Target {
    guard let ring = rings[name] else { fatalError("tests of an undeclared target: \(name)") }
    let dependencies = [name] + uses + (kit ? ["Fixtures"] : [])
    return .testTarget(
        name: "\(name)Tests",
        dependencies: dependencies.map { .target(name: $0) } + packages,
        path: "Tests/\(ring.path)/\(name)Tests", resources: resources, swiftSettings: settings)
}

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioLocks = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let collections = Target.Dependency.product(name: "Collections", package: "swift-collections")

let package = Package(
    name: "throughcare",
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // Without its traits: neither swift-configuration nor the whole of Foundation.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // Libraries: thin, safe Swift over C. The only place for unsafe code.
        system("CLibPQ", pkgConfig: "libpq", debian: "libpq-dev"),
        system("COpenSSL", pkgConfig: "openssl", debian: "libssl-dev"),
        system("CSystemd", pkgConfig: "libsystemd", debian: "libsystemd-dev"),
        library("LibPQ", uses: ["CLibPQ"]),
        library("OpenSSLCrypto", uses: ["COpenSSL"]),
        library("OpenSSLTLS", uses: ["COpenSSL"], packages: [nioCore]),
        library("Systemd", uses: ["CSystemd"], packages: [logging]),
        system("CLinux"),
        library("EmbeddedPostgreSQL", uses: ["CLinux"]),
        library("Linux", uses: ["CLinux"]),

        // Formats: bytes to values and back.
        format("AMQP10", packages: [nioCore, collections]),
        format("BoundedJSON"),
        format("MarkedYAML", packages: [yams]),
        format("AdminAPI"),

        // Core: values and rules.
        core("Referrals"),
        core(
            "Messages", uses: ["Referrals", "BoundedJSON"],
            resources: [
                .embedInCode("Schemas/referral.schema.json"),
                .embedInCode("Schemas/update.schema.json"),
                .embedInCode("Schemas/referral-delivered.schema.json"),
                .embedInCode("Schemas/update-delivered.schema.json"),
                .embedInCode("Schemas/notice.schema.json"),
            ]),
        core("NetworkFile", uses: ["Referrals", "MarkedYAML"]),
        core("ConfigurationFile", uses: ["Referrals", "MarkedYAML"]),

        // Broker: the use cases, and their place in PostgreSQL.
        broker(
            "Store", uses: ["Referrals", "LibPQ", "OpenSSLCrypto"],
            resources: [.embedInCode("SQL")]),
        broker(
            "Brokering",
            uses: [
                "Store", "Referrals", "Messages", "NetworkFile", "MarkedYAML", "OpenSSLCrypto",
                "LibPQ", "Linux",
            ],
            packages: [collections, nioLocks, logging]),

        // Doors: a face each, its pipeline and its translation.
        door(
            "AMQPDoor",
            uses: ["Brokering", "Messages", "Referrals", "AMQP10", "OpenSSLTLS"],
            packages: [nioCore, nioPosix, nioLocks, logging]),
        door(
            "HTTPFace", uses: ["AdminAPI", "Referrals", "Linux"],
            packages: [
                hummingbird, hummingbirdCore, httpTypes, nioCore, nioPosix, nioLocks, lifecycle,
                logging,
            ]),
        door(
            "AdminDoor",
            uses: [
                "HTTPFace", "AdminAPI", "Brokering", "Store", "LibPQ", "Messages", "Referrals",
                "ConfigurationFile", "Linux",
            ],
            packages: [hummingbird, hummingbirdCore, httpTypes, nioCore, lifecycle, logging]),
        door(
            "HealthDoor",
            uses: ["HTTPFace", "AdminAPI", "Brokering", "Referrals", "LibPQ"],
            packages: [hummingbird, hummingbirdCore, httpTypes, nioCore, lifecycle, logging]),

        // Programs: one composition root each; the daemon's is shared with the tests' faulty twin.
        program(
            "throughcare", uses: ["AdminAPI", "Linux"],
            packages: [arguments, nioCore, nioPosix, nioHTTP1]),

        target(
            "Daemon", in: .programs,
            uses: [
                "AMQPDoor", "AdminDoor", "HealthDoor", "HTTPFace", "Brokering", "Store",
                "ConfigurationFile", "NetworkFile", "Messages",
                "Referrals", "AMQP10", "BoundedJSON", "MarkedYAML", "EmbeddedPostgreSQL",
                "LibPQ", "OpenSSLCrypto", "OpenSSLTLS", "Systemd",
            ],
            packages: [arguments, lifecycle, unixSignals, logging, nioCore, nioPosix]),
        program("throughcared", uses: ["Daemon"], packages: [arguments]),
        target(
            "AgencyClient", in: .programs, uses: ["AMQP10", "OpenSSLTLS"],
            packages: [nioCore, nioPosix]),
        program(
            "throughcare-agency",
            uses: ["AgencyClient", "AMQP10", "BoundedJSON", "Referrals", "OpenSSLTLS"],
            packages: [arguments, nioCore]),
        program(
            "throughcare-bench",
            uses: [
                "AgencyClient", "AMQP10", "EmbeddedPostgreSQL", "LibPQ", "OpenSSLTLS",
                "Referrals", "Store",
            ],
            packages: [arguments, nioCore, nioPosix],
            exclude: ["CPU-BY-STAGE.md", "cpu_by_stage.py"]),

        .executableTarget(
            name: "throughcared-faulty",
            dependencies: ["Daemon", "Brokering", "ConfigurationFile", arguments],
            path: "Tests/Programs/throughcared-faulty", swiftSettings: settings),

        // What tests stand on, and the rules of style that are tests.
        .target(
            name: "Fixtures", path: "Tests/Fixtures", resources: [.copy("proton_peer.py")],
            swiftSettings: settings),
        .testTarget(name: "TidyTests", path: "Tests/Tidy", swiftSettings: settings),
        tests(of: "Store", uses: ["Referrals", "LibPQ", "OpenSSLCrypto"], kit: true),
        tests(
            of: "Brokering",
            uses: [
                "Store", "Messages", "NetworkFile", "Referrals", "OpenSSLCrypto", "LibPQ",
            ], packages: [logging], resources: [.copy("Golden")], kit: true),

        // Tests, where their targets are.
        tests(of: "LibPQ"),
        tests(of: "OpenSSLCrypto"),
        tests(of: "OpenSSLTLS", packages: [nioCore, nioPosix, nioEmbedded]),
        tests(of: "Systemd", packages: [logging]),
        tests(of: "EmbeddedPostgreSQL"),
        tests(of: "AMQP10", packages: [nioCore]),
        tests(of: "BoundedJSON"),
        tests(of: "MarkedYAML"),
        tests(of: "Referrals"),
        tests(
            of: "Messages", uses: ["Referrals", "BoundedJSON"],
            resources: [.copy("judge_by_schema.py")]),
        tests(of: "NetworkFile", kit: true),
        tests(of: "ConfigurationFile", packages: [yams], kit: true),
        tests(of: "Linux"),
        tests(
            of: "AMQPDoor", uses: ["AMQP10", "Brokering", "Messages", "Referrals"],
            packages: [nioCore, nioEmbedded, logging]),
        tests(
            of: "HTTPFace",
            packages: [hummingbird, httpTypes, nioCore, nioPosix, lifecycle, logging]),
        tests(
            of: "AdminDoor",
            uses: [
                "AdminAPI", "Brokering", "ConfigurationFile", "HTTPFace", "HealthDoor", "LibPQ",
                "Linux", "Messages", "NetworkFile", "OpenSSLCrypto", "Referrals", "Store",
                "throughcare",
            ], packages: [nioCore, nioPosix, lifecycle, logging], kit: true),
        .testTarget(
            name: "DeployTests", dependencies: ["Daemon", "Fixtures"], path: "Tests/Deploy",
            exclude: ["boot"], swiftSettings: settings),
        tests(
            of: "Daemon",
            uses: [
                "AMQPDoor", "Brokering", "ConfigurationFile", "LibPQ", "OpenSSLCrypto", "Referrals",
                "Store", "Systemd",
            ], kit: true),
        tests(of: "AgencyClient", uses: ["AMQP10", "OpenSSLTLS"], packages: [nioCore, nioPosix]),
        tests(
            of: "throughcare-agency", uses: ["BoundedJSON", "Referrals"],
            packages: [arguments]),
        tests(of: "throughcare-bench"),

        // What tests of the running daemon stand on.
        .testTarget(
            name: "InteropTests", dependencies: ["Fixtures"], path: "Tests/Interop",
            swiftSettings: settings),
        .testTarget(
            name: "KillTests", dependencies: ["Fixtures"], path: "Tests/Kill",
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
