package import Files

/// A commit of the git repository that a site's folder is in, or is.
package struct Commit: Sendable {
  private let repository: String
  private let folder: String
  /// The hash of the commit.
  package let hash: String

  /// The commit that a revision names, as `HEAD~1`, a branch or a hash; nil where it names none, or the folder is in no
  /// repository: git says why on standard error.
  package init?(_ revision: String, ofSiteIn folder: String) throws(SystemFailure) {
    let places = try ChildProcess.run(["git", "-C", folder, "rev-parse", "--show-toplevel", "--show-prefix"])
    let lines = places.output.split(separator: "\n", omittingEmptySubsequences: false)
    guard places.status == 0, lines.count >= 2 else { return nil }
    let commit = try ChildProcess.run(
      ["git", "-C", folder, "rev-parse", "--verify", "--end-of-options", "\(revision)^{commit}"])
    guard commit.status == 0 else { return nil }
    (repository, self.folder) = (String(lines[0]), String(lines[1]))
    hash = commit.output.filter { !$0.isNewline }
  }

  /// Writes the site's files as they were into a folder. What is not in the repository itself, as the files of
  /// submodules, is not there.
  ///
  /// - Parameter scratch: a folder for git's list of files.
  /// - Returns: whether git could do it; if not, it says why on standard error.
  package func checkOut(into target: String, scratch: String) throws(SystemFailure) -> Bool {
    // With an index of its own git touches neither the repository's nor any file of the working tree.
    let environment = ["GIT_INDEX_FILE": "\(scratch)/index"]
    let git = ["git", "-C", repository]
    let tree = folder.isEmpty ? hash : "\(hash):\(folder)"
    guard try ChildProcess.run(git + ["read-tree", tree], environment: environment).status == 0 else { return false }
    let checkOut = git + ["checkout-index", "--all", "--force", "--prefix=\(target)/"]
    return try ChildProcess.run(checkOut, environment: environment).status == 0
  }
}
