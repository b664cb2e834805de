// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "JinjaBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "sitegen", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
  ],
  targets: [
    .target(name: "CountingMalloc"),
    .executableTarget(
      name: "JinjaBenchmark",
      dependencies: [
        "CountingMalloc",
        .product(name: "Jinja", package: "sitegen"), .product(name: "ByteText", package: "sitegen"),
        .product(name: "Mustache", package: "swift-mustache"), .product(name: "Stencil", package: "Stencil"),
      ]),
  ]
)
