import CLibXML2
import Foundation

/// A written HTML page as libxml2 reads it.
struct WrittenPage {
  /// The addresses that the page links to or loads: `href`, `src`.
  private(set) var links: [String] = []
  /// The values of `id` attributes.
  private(set) var ids: Set<String> = []
  /// What a reader sees: the text of `<body>` without annotations.
  private(set) var text = ""

  /// Reads a page.
  init(_ html: Data) {
    let document = html.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "utf-8",
        Int32(HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue))
    }
    defer { xmlFreeDoc(document) }
    if let root = xmlDocGetRootElement(document) { read(root, isVisible: false) }
  }

  private mutating func read(_ first: UnsafeMutablePointer<xmlNode>, isVisible: Bool) {
    var next: UnsafeMutablePointer<xmlNode>? = first
    while let node = next {
      let name = node.pointee.name.map { String(cString: $0) } ?? ""
      readAttributes(of: node)
      if isVisible, node.pointee.type == XML_TEXT_NODE, let content = node.pointee.content {
        text += String(cString: content)
      }
      if let child = node.pointee.children {
        read(child, isVisible: (isVisible || name == "body") && name != "annotation")
      }
      next = node.pointee.next
    }
  }

  private mutating func readAttributes(of node: UnsafeMutablePointer<xmlNode>) {
    guard node.pointee.type == XML_ELEMENT_NODE else { return }
    for name in ["href", "src", "id"] {
      guard let value = xmlGetProp(node, name) else { continue }
      defer { free(value) }
      let text = String(cString: value)
      if name == "id" { ids.insert(text) } else { links.append(text) }
    }
  }
}
