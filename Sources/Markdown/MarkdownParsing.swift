import CCmark

extension MarkdownTree {
  /// Parses a text with libcmark. Every text is a valid document; nesting and size are bounded by
  /// memory alone.
  ///
  /// - Parameters:
  ///   - text: the Markdown, at most 500 MB (libcmark counts in 32 bits)
  ///   - firstLine: the number of its first line, where it is a part of a file
  public init(_ text: some StringProtocol, firstLine: Int = 1) {
    self.init(bytes: Array(text.utf8)[...], firstLine: firstLine)
  }

  /// Parses a text in UTF-8.
  init(bytes: ArraySlice<UInt8>, firstLine: Int) {
    self.init()
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.map {
          cmark_parse_document($0, characters.count, CMARK_OPT_DEFAULT)
        } ?? cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
      }
    }
    defer { cmark_node_free(document) }
    guard let document else { return }
    nodes.reserveCapacity(bytes.count / 24 + 16)
    literals.reserveCapacity(bytes.count)
    fill(from: document, lineOffset: Int32(firstLine - 1))
  }

  /// Takes over all nodes below libcmark's document, without recursion: nesting may be deep.
  private mutating func fill(from document: OpaquePointer, lineOffset: Int32) {
    take(document, lineOffset, at: 0)
    var parent: Int32 = 0
    var pointer = cmark_node_first_child(document)
    while let current = pointer {
      let index = add(Node(kind: .document))
      append(index, to: parent)
      take(current, lineOffset, at: index)
      if let child = cmark_node_first_child(current) {
        (pointer, parent) = (child, index)
        continue
      }
      var done = current
      while done != document, cmark_node_next(done) == nil, let outer = cmark_node_parent(done) {
        done = outer
        parent = nodes[Int(parent)].parent
      }
      // Leaving the last child of a node leads to the node itself, whose parent was stepped to.
      pointer = done == document ? nil : cmark_node_next(done)
    }
  }

  /// Takes over what one node says of itself.
  private mutating func take(_ pointer: OpaquePointer, _ lineOffset: Int32, at index: Int32) {
    var node = nodes[Int(index)]
    node.kind = MarkdownKind(cmark_node_get_type(pointer))
    if node.kind.isBlock {
      node.startLine = cmark_node_get_start_line(pointer) + lineOffset
      node.startColumn = cmark_node_get_start_column(pointer)
      node.endLine = cmark_node_get_end_line(pointer) + lineOffset
      node.endColumn = cmark_node_get_end_column(pointer)
    }
    switch node.kind {
    case .text, .code, .codeBlock, .htmlBlock, .htmlInline:
      node.literal = Int32(literals.count)
      if let literal = cmark_node_get_literal(pointer) {
        var end = literal
        while end.pointee != 0 { end += 1 }
        UnsafeBufferPointer(start: literal, count: end - literal)
          .withMemoryRebound(to: UInt8.self) { literals.append(contentsOf: $0) }
      }
      node.literalEnd = Int32(literals.count)
      if let info = Self.string(cmark_node_get_fence_info(pointer)), !info.isEmpty {
        node.pair = add(Pair(first: info))
      }
    case .heading: node.number = cmark_node_get_heading_level(pointer)
    case .list:
      node.isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      node.isTight = cmark_node_get_list_tight(pointer) == 1
      node.number = cmark_node_get_list_start(pointer)
    case .link, .image:
      node.pair = add(
        Pair(
          first: Self.string(cmark_node_get_url(pointer)) ?? "",
          second: Self.string(cmark_node_get_title(pointer)) ?? ""))
    default: break
    }
    nodes[Int(index)] = node
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String? {
    characters.map { String(cString: $0) }
  }
}
