// swift-tools-version: 6.2
import PackageDescription

// `scripts/test` builds with warnings as errors; a newer compiler's new warning
// must not keep anybody else from building.
let strict = Context.environment["SENDTOP_WARNINGS_AS_ERRORS"] == "1"

// `scripts/fuzz` names libFuzzer's archive here; the package is then the fuzzer, and nothing else.
let fuzzer = Context.environment["SENDTOP_FUZZER"]

let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])
    + (fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer", "-O"])])

let ahc: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let certificates: Target.Dependency = .product(name: "NIOCertificateReloading", package: "swift-nio-extras")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "sendtop",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sendtop", targets: ["sendtop"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        // No pkgConfig: its flags are ones that SwiftPM refuses with a warning; the module map links the library.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(name: "CStore"),
        .target(name: "SendtopCore", swiftSettings: settings),
        .target(
            name: "SendtopClient",
            dependencies: ["SendtopCore", ahc, nioCore, nioHTTP1, nioPosix, nioSSL],
            swiftSettings: settings
        ),
        .target(
            name: "SendtopStore",
            dependencies: ["CStore", "SendtopCore", grdb, grdbSQLite, logging],
            swiftSettings: settings
        ),
        .target(
            name: "SendtopListener",
            dependencies: [
                "SendtopCore", certificates, hummingbirdCore, logging, metrics, nioCore, nioHTTP1, nioPosix, nioSSL,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "SendtopSandbox",
            dependencies: [
                "SendtopCore", hummingbird, ahc, grdb, httpTypes, lifecycle, logging, nioCore, nioHTTP1,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "SendtopThemes",
            path: "themes",
            resources: [
                .embedInCode("dark.yaml"),
                .embedInCode("light.yaml"),
                .embedInCode("contrast-dark.yaml"),
                .embedInCode("contrast-light.yaml"),
                .embedInCode("protan.yaml"),
                .embedInCode("deutan.yaml"),
                .embedInCode("tritan.yaml"),
                .embedInCode("monochrome.yaml"),
                .embedInCode("terminal.yaml"),
                .embedInCode("catppuccin-latte.yaml"),
                .embedInCode("catppuccin-mocha.yaml"),
                .embedInCode("dracula.yaml"),
                .embedInCode("gruvbox-dark.yaml"),
                .embedInCode("gruvbox-light.yaml"),
                .embedInCode("nord.yaml"),
                .embedInCode("solarized-dark.yaml"),
                .embedInCode("solarized-light.yaml"),
                .embedInCode("tokyo-night.yaml"),
            ],
            swiftSettings: settings
        ),
        .target(name: "SendtopUI", dependencies: ["SendtopCore", yams], swiftSettings: settings),
        .target(name: "SendtopTerminal", dependencies: ["SendtopUI", "CNcurses"], swiftSettings: settings),
        .executableTarget(
            name: "sendtop",
            dependencies: [
                "SendtopCore", "SendtopClient", "SendtopStore", "SendtopListener", "SendtopSandbox", "SendtopThemes",
                "SendtopUI", "SendtopTerminal", ahc, argumentParser, yams, lifecycle, signals, logging, nioCore,
                nioHTTP1, nioSSL,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "sendtop-bench",
            dependencies: [
                "SendtopCore", "SendtopStore", argumentParser, hummingbirdCore, httpTypes, logging, nioCore, nioPosix,
            ],
            path: "Benchmarks/Bench",
            swiftSettings: settings
        ),
        // What several test targets need: services and bodies that stand in for the world outside.
        .target(
            name: "TestSupport",
            dependencies: ["SendtopCore", nioCore, nioPosix, nioSSL],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .testTarget(name: "SendtopCoreTests", dependencies: ["SendtopCore", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "SendtopClientTests",
            dependencies: ["SendtopClient", "SendtopCore", "TestSupport", nioSSL],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SendtopStoreTests",
            dependencies: ["CStore", "SendtopStore", "SendtopCore", "TestSupport", grdb],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SendtopListenerTests",
            dependencies: [
                "SendtopListener", "SendtopCore", "TestSupport", lifecycle, logging, metrics, nioCore, nioPosix, nioSSL,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SendtopSandboxTests",
            dependencies: [
                "SendtopSandbox", "SendtopCore", "TestSupport", ahc, grdb, hummingbird, logging, nioCore, nioHTTP1,
                lifecycle,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SendtopUITests",
            dependencies: ["SendtopUI", "SendtopThemes", "SendtopCore"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SendtopTerminalTests",
            dependencies: ["SendtopTerminal", "SendtopUI", "SendtopCore"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SendtopTests",
            dependencies: ["sendtop", "SendtopCore", "SendtopSandbox", "SendtopUI"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["sendtop", "SendtopCore", "SendtopStore", "TestSupport", logging],
            swiftSettings: settings
        ),
    ]
)

if let fuzzer {
    let program = package.targets.first { $0.name == "sendtop" }
    package.targets.removeAll { ["sendtop", "sendtop-bench", "TestSupport"].contains($0.name) || $0.type == .test }
    package.targets.append(
        // The program's own sources beside the fuzzer's, for no other program can import them.
        .executableTarget(
            name: "sendtop-fuzz",
            dependencies: program?.dependencies ?? [],
            path: ".",
            exclude: ["Sources/sendtop/SendtopCommand.swift", "Sources/sendtop/Commands/ManualCommand.swift"],
            sources: ["Sources/sendtop", "Tests/Fuzz/Fuzz.swift", "Tests/Fuzz/FuzzTargets.swift"],
            swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-Xlinker", fuzzer, "-lstdc++", "-lm"])]
        )
    )
    package.products = [.executable(name: "sendtop-fuzz", targets: ["sendtop-fuzz"])]
}
