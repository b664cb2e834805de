package import ByteText

/// What has to be sent and removed so that a site which was deployed becomes another one.
package struct SiteChanges: Sendable {
  /// Files that are new.
  package private(set) var added: [PublishedFile] = []
  /// Files with other bytes, as they are now.
  package private(set) var changed: [PublishedFile] = []
  /// Files that are no more, as they were.
  package private(set) var removed: [PublishedFile] = []
  /// How many files are the same.
  package private(set) var unchanged = 0

  /// What became of the files of a site. Linear in their number.
  package init(from old: SiteManifest, to new: SiteManifest) {
    var before = old.files[...]
    for file in new.files {
      while let known = before.first, PublishedFile.precedes(known, file) { removed.append(before.removeFirst()) }
      guard let known = before.first, known.path == file.path else {
        added.append(file)
        continue
      }
      before.removeFirst()
      if known == file { unchanged += 1 } else { changed.append(file) }
    }
    removed += before
  }

  /// The files to send: pages after what they may need, so that no reader gets one whose style sheet isn't there.
  package var uploads: [PublishedFile] {
    let files = (added + changed).sorted(by: PublishedFile.precedes)
    return files.filter { !$0.isPage } + files.filter(\.isPage)
  }

  /// Bytes to send.
  package var size: Int { (added + changed).reduce(0) { $0 + $1.size } }

  /// Appends a line for each file, as `git diff --name-status` does: `A`, `M` or `D`, a tab and the path.
  package func appendStatus(to out: inout ByteBuffer) {
    let lines = added.map { ("A\t", $0.path) } + changed.map { ("M\t", $0.path) } + removed.map { ("D\t", $0.path) }
    for (status, path) in lines.sorted(by: { PublishedFile.precedes($0.1, $1.1) }) {
      out.append(status as String)
      ManifestPath.append(path.utf8.span, to: &out)
      out.append("\n")
    }
  }

  /// Appends `{"added","changed","removed","unchanged","bytes"}`; each file is `{"path","size","hash"}`.
  package func appendJSON(to out: inout ByteBuffer) {
    var object = JSONObject()
    let lists: [(StaticString, [PublishedFile])] = [("added", added), ("changed", changed), ("removed", removed)]
    for (name, files) in lists {
      object.key(name, to: &out)
      JSONWriter().list(files.indices, to: &out) { index, out in
        var file = JSONObject()
        file.text("path", files[index].path, to: &out)
        file.number("size", files[index].size, to: &out)
        file.text("hash", files[index].hash.hexadecimal, to: &out)
        file.end(&out)
      }
    }
    object.number("unchanged", unchanged, to: &out)
    object.number("bytes", size, to: &out)
    object.end(&out)
    out.append("\n")
  }
}
