import ByteText

extension FoundLink.Kind {
  /// What an address leads to, judged by its host and path: a repository of code or models, or a page on GitHub's or
  /// GitLab's page servers. Anything else is `other`.
  init(of url: Span<UInt8>) {
    let address = AddressParts(url)
    if address.isCodeHost(in: url) {
      self = .code
    } else if address.hostEnds(with: ".github.io", in: url) || address.hostEnds(with: ".gitlab.io", in: url) {
      self = .project
    } else {
      self = .other
    }
  }
}

/// Where host and path of an address stand.
private struct AddressParts {
  var host: Range<Int>
  var segments: [Range<Int>] = []

  init(_ url: Span<UInt8>) {
    var start = 0
    for prefix in ["https://", "http://", "www."] as [StaticString]
    where WebAddress.starts(url, with: prefix, at: start) {
      start += prefix.utf8CodeUnitCount
    }
    var end = start
    while end < url.count, !"/?#".utf8.contains(url[end]) { end += 1 }
    host = start..<end
    while end < url.count, url[end] == UInt8(ascii: "/"), segments.count < 4 {
      let segment = end + 1
      end = segment
      while end < url.count, !"/?#".utf8.contains(url[end]) { end += 1 }
      if end > segment { segments.append(segment..<end) }
    }
  }

  func isHost(_ name: StaticString, in url: Span<UInt8>) -> Bool {
    host.count == name.utf8CodeUnitCount && WebAddress.starts(url, with: name, at: host.lowerBound)
  }

  func hostEnds(with suffix: StaticString, in url: Span<UInt8>) -> Bool {
    let start = host.upperBound - suffix.utf8CodeUnitCount
    return start > host.lowerBound && WebAddress.starts(url, with: suffix, at: start)
  }

  func isCodeHost(in url: Span<UInt8>) -> Bool {
    if isHost("anonymous.4open.science", in: url) { return !segments.isEmpty }
    guard segments.count > 1 else { return false }
    if isHost("huggingface.co", in: url) || isHost("hf.co", in: url) { return !isHuggingFacePage(in: url) }
    return (["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"] as [StaticString]).contains {
      isHost($0, in: url)
    } || WebAddress.starts(url, with: "gitlab.", at: host.lowerBound)
  }

  private func isHuggingFacePage(in url: Span<UInt8>) -> Bool {
    let pages: [StaticString] = ["papers", "blog", "docs", "collections", "posts", "learn"]
    return pages.contains { page in
      segments[0].count == page.utf8CodeUnitCount && WebAddress.starts(url, with: page, at: segments[0].lowerBound)
    }
  }
}
