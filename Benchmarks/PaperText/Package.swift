// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "PaperTextBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "sitegen", path: "../..")],
  targets: [
    .executableTarget(
      name: "papertext",
      dependencies: [
        .product(name: "PaperText", package: "sitegen"), .product(name: "ByteText", package: "sitegen"),
      ])
  ]
)
