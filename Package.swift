// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target shares: Swift 6 mode comes with the tools version.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableExperimentalFeature("Lifetimes"),
]

let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "sitegen", targets: ["sitegen"]),
    .library(name: "Jinja", targets: ["Jinja"]),
    .library(name: "TeXMath", targets: ["TeXMath"]),
    .library(name: "ByteText", targets: ["ByteText"]),
    .library(name: "PaperText", targets: ["PaperText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    // No Foundation in these three: bytes, templates, formulas.
    .target(name: "ByteText", swiftSettings: strict),
    .target(name: "Jinja", dependencies: ["ByteText"], exclude: ["COMPATIBILITY.md"], swiftSettings: strict),
    .target(name: "TeXMath", dependencies: ["ByteText"], exclude: ["DIFFERENCES.md"], swiftSettings: strict),

    .target(
      name: "PaperText", dependencies: ["ByteText", "TeXMath", "CCmark", "CLibXML2"], exclude: ["DIFFERENCES.md"],
      swiftSettings: strict),
    .target(name: "DataFiles", dependencies: ["ByteText", "CLibYAML"], swiftSettings: strict),
    .target(
      name: "Papers", dependencies: ["ByteText", "DataFiles", "PaperText"], exclude: ["Schema"], swiftSettings: strict),
    .target(
      name: "SiteBuild", dependencies: ["ByteText", "DataFiles", "Jinja", "Papers", "TeXMath"], swiftSettings: strict),
    .executableTarget(
      name: "sitegen",
      dependencies: [
        "ByteText", "CMalloc", "SiteBuild", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "ByteTextTests", dependencies: ["ByteText"], swiftSettings: strict),
    .testTarget(name: "JinjaTests", dependencies: ["Jinja"], exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "TeXMathTests", dependencies: ["ByteText", "TeXMath"], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(name: "PaperTextTests", dependencies: ["ByteText", "PaperText", "CLibXML2"], swiftSettings: strict),
    .testTarget(name: "DataFilesTests", dependencies: ["DataFiles"], swiftSettings: strict),
    .testTarget(name: "PapersTests", dependencies: ["DataFiles", "Papers"], swiftSettings: strict),
    .testTarget(name: "SiteBuildTests", dependencies: ["Jinja", "SiteBuild"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["SiteBuild", "CLibXML2", "sitegen"],
      exclude: ["Faults/faults.c", "Golden"], swiftSettings: strict),
  ]
)
