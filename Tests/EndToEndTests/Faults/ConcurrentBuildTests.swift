import Foundation
import Testing

/// Two builds at once wait for each other.
@Suite struct ConcurrentBuildTests {
  /// Starts a build whose standard error can be read while it runs.
  private func start(_ site: FaultSite, _ arguments: [String] = []) throws -> (process: Process, errors: FileHandle) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: SiteFixture.program)
    process.arguments = ["build", "--site", site.fixture.path] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    return (process, pipe.fileHandleForReading)
  }

  /// Takes the lock that a build takes; it is let go when the handle is closed.
  private func lock(_ path: String) throws -> FileHandle {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    try #require(number >= 0 && flock(number, LOCK_EX) == 0)
    return FileHandle(fileDescriptor: number, closeOnDealloc: true)
  }

  /// Whatever the other build does to a file meanwhile, this one sees.
  @Test(arguments: [(".sitegen/lock", ""), ("public", ""), ("public", "--no-cache")])
  func theSecondWaitsAndSaysSo(locked: String, option: String) throws {
    let site = try FaultSite()
    try site.write(.second)
    let before = site.fixture.tree()
    let lock = try lock(site.path(locked))
    let (process, errors) = try start(site, option.isEmpty ? [] : [option])
    var text = ""
    while !text.contains("\n") {
      let data = errors.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
    }
    #expect(text.hasPrefix("sitegen: waiting for another build"))
    #expect(site.fixture.tree() == before)
    #expect(process.isRunning)
    if option.isEmpty { try site.fixture.write("by another build", to: "public/papers/2601.00002/index.html") }
    try lock.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    if option.isEmpty { #expect(try site.complaints() == []) }
  }

  @Test func manyAtOnceEndInOneSite() throws {
    let site = try FaultSite()
    for _ in 0..<3 {
      try site.write(site.edition.other)
      let builds = try (0..<4).map { _ in try start(site, ["--jobs", "2"]) }
      for build in builds {
        _ = build.errors.readDataToEndOfFile()
        build.process.waitUntilExit()
        #expect(build.process.terminationStatus == 0)
      }
      #expect(try site.complaints() == [])
    }
  }
}
