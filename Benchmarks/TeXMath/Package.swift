// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "TeXMathBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "sitegen", path: "../..")],
  targets: [
    .executableTarget(
      name: "texmath",
      dependencies: [
        .product(name: "TeXMath", package: "sitegen"), .product(name: "ByteText", package: "sitegen"),
      ])
  ]
)
