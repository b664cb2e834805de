import CLibXML2
import Foundation

/// A written XML file as libxml2 reads it.
struct WrittenXML {
  /// The elements in their order, by local name, with their text.
  private var elements: [(name: String, text: String)] = []

  /// Reads a file; nil where it is not well-formed.
  init?(_ xml: Data) {
    let options = Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue)
    let document = xml.withUnsafeBytes { bytes in
      xmlReadMemory(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil, options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    if let root = xmlDocGetRootElement(document) { read(root) }
  }

  /// The texts of all elements of a local name.
  func texts(of name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }

  private mutating func read(_ first: UnsafeMutablePointer<xmlNode>) {
    var next: UnsafeMutablePointer<xmlNode>? = first
    while let node = next {
      next = node.pointee.next
      guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name else { continue }
      let content = xmlNodeGetContent(node)
      elements.append((String(cString: name), content.map { String(cString: $0) } ?? ""))
      if let content { free(content) }
      if let child = node.pointee.children { read(child) }
    }
  }
}
