import ArgumentParser

@main
struct Sitegen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen", abstract: "Turns a repository of paper records into a daily-papers site.")
}
