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
    // The only target that asks the system for files, and what shares work out among cores.
    .target(name: "Files", dependencies: ["ByteText"], swiftSettings: strict),
    .target(name: "Workers", swiftSettings: strict),
    // What is on disk, whatever the site is about: the output folder and what is remembered of builds.
    .target(name: "Publishing", dependencies: ["ByteText", "Files", "Workers"], swiftSettings: strict),
    // What a deployment has to know of a site that was built.
    .target(name: "Deployment", dependencies: ["ByteText", "Files", "Workers"], swiftSettings: strict),
    .target(name: "Jinja", dependencies: ["ByteText"], exclude: ["COMPATIBILITY.md"], swiftSettings: strict),
    .target(name: "TeXMath", dependencies: ["ByteText"], exclude: ["DIFFERENCES.md"], swiftSettings: strict),

    .target(
      name: "PaperText", dependencies: ["ByteText", "TeXMath", "CCmark", "CLibXML2"], exclude: ["DIFFERENCES.md"],
      swiftSettings: strict),
    .target(name: "DataFiles", dependencies: ["ByteText", "CLibYAML"], swiftSettings: strict),
    .target(
      name: "Papers", dependencies: ["ByteText", "DataFiles", "Files", "PaperText"], exclude: ["Schema"],
      swiftSettings: strict),
    // What a site is, and the one view through which everything reads it that writes pages.
    .target(
      name: "Site", dependencies: ["ByteText", "DataFiles", "Files", "Jinja", "Papers", "PaperText"],
      swiftSettings: strict),
    .target(
      name: "Exports", dependencies: ["ByteText", "Papers", "PaperText", "Site", "TeXMath"], swiftSettings: strict),
    .target(name: "Search", dependencies: ["ByteText", "Papers", "Site"], swiftSettings: strict),
    .target(
      name: "Rendering",
      dependencies: ["ByteText", "DataFiles", "Exports", "Files", "Jinja", "Papers", "PaperText", "Site"],
      swiftSettings: strict),
    // The steps of a build.
    .target(
      name: "SiteBuild",
      dependencies: [
        "ByteText", "Exports", "Files", "Jinja", "Papers", "Publishing", "Rendering", "Search", "Site", "Workers",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "sitegen",
      dependencies: [
        "ByteText", "CMalloc", "Deployment", "Files", "Rendering", "Site", "SiteBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "ByteTextTests", dependencies: ["ByteText"], swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["ByteText", "Files", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "WorkersTests", dependencies: ["Workers"], swiftSettings: strict),
    .testTarget(
      name: "PublishingTests", dependencies: ["ByteText", "Files", "Publishing", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DeploymentTests", dependencies: ["ByteText", "Deployment", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "JinjaTests", dependencies: ["Jinja"], exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "TeXMathTests", dependencies: ["ByteText", "TeXMath", "TestSupport"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "PaperTextTests", dependencies: ["ByteText", "PaperText", "CLibXML2", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "DataFilesTests", dependencies: ["DataFiles", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PapersTests", dependencies: ["DataFiles", "Files", "Papers", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "SiteTests", dependencies: ["Jinja", "Papers", "Site"], swiftSettings: strict),
    .testTarget(name: "ExportsTests", dependencies: ["ByteText", "Exports"], swiftSettings: strict),
    .testTarget(name: "SearchTests", dependencies: ["ByteText", "Search", "Site"], swiftSettings: strict),
    .testTarget(name: "RenderingTests", dependencies: ["Jinja", "Rendering", "Site"], swiftSettings: strict),
    .testTarget(
      name: "SiteBuildTests", dependencies: ["Files", "Jinja", "Publishing", "SiteBuild", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Search", "SiteBuild", "CLibXML2", "TestSupport", "sitegen"],
      exclude: ["Faults/faults.c", "Golden"], swiftSettings: strict),
  ]
)
