// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "EVCharging",
    products: [
        .library(name: "EVCharging", targets: ["EVCharging"]),
        .executable(name: "ev-phaseloom", targets: ["EVTool"]),
    ],
    dependencies: [.package(name: "PhaseLoom", path: "../..")],
    targets: [
        .target(name: "EVCharging", dependencies: [.product(name: "PhaseLoom", package: "PhaseLoom")]),
        .executableTarget(
            name: "EVTool",
            dependencies: [
                "EVCharging",
                .product(name: "PhaseLoom", package: "PhaseLoom"),
                .product(name: "PhaseLoomCommands", package: "PhaseLoom"),
                .product(name: "PhaseLoomOverlays", package: "PhaseLoom"),
            ]),
        .testTarget(
            name: "EVChargingTests",
            dependencies: [
                "EVCharging",
                .product(name: "PhaseLoom", package: "PhaseLoom"),
                .product(name: "PhaseLoomTesting", package: "PhaseLoom"),
                .product(name: "PhaseLoomOverlays", package: "PhaseLoom"),
            ]),
    ]
)
