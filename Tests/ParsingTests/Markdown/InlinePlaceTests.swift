import Markdown
import Testing

@Suite("The places of inlines")
struct InlinePlaceTests {
  /// A text and its document, with the places of the inlines.
  private struct Placed {
    let bytes: [UInt8]
    let document: MarkdownDocument

    init(_ text: String) {
      let bytes = Array(text.utf8)
      let lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
      var tree = MarkdownTree(text)
      tree.placeInlines(in: bytes, lineStarts: lineStarts)
      self.bytes = bytes
      document = MarkdownDocument(tree)
    }

    /// The source of each inline of a kind.
    func sources(_ kind: MarkdownKind) -> [String?] {
      document.root.descendants.filter { $0.kind == kind }.map { node in
        node.sourceBytes.map { String(decoding: bytes[$0], as: UTF8.self) }
      }
    }
  }

  @Test("every text and every code span of CommonMark's examples is found")
  func specification() throws {
    var missing: [String] = []
    for example in SpecificationExample.all(in: try Fixture.text("commonmark-0.30.txt")) {
      let placed = Placed(example.markdown)
      for node in placed.document.root.descendants {
        guard [.text, .code, .htmlInline].contains(node.kind), node.literal?.isEmpty == false else {
          continue
        }
        guard let place = node.sourceBytes else {
          missing.append("\(example.number): \(node.literal ?? "")")
          continue
        }
        let source = placed.bytes[place]
        let isPlain = !source.contains { [0x26, 0x5C, 0x0A, 0x00].contains($0) }
        if isPlain { #expect(source.elementsEqual(node.literalBytes ?? [])) }
      }
    }
    #expect(missing == [])
  }

  @Test("the first of two equal texts is not taken for the second")
  func equalTexts() {
    let placed = Placed("a *a* `a` [a](a) a\n> a\n> a `a`\n")
    let places = placed.document.root.descendants.compactMap { $0.sourceBytes?.lowerBound }
    #expect(places == places.sorted())
    #expect(Set(places).count == places.count)
  }

  @Test("escapes and references are a part of the text that they stand for")
  func escapes() {
    #expect(Placed("\\*a &amp; b\\* *c*").sources(.text) == ["\\*a &amp; b\\* ", "c"])
    let text = Placed("x \\[^a] y").document.root.descendants.first { $0.kind == .text }
    #expect(text?.sourceOffsets(in: Array("x \\[^a] y".utf8))?[3] == 4)
  }

  @Test("a code span over two lines of a quote begins and ends where it stands")
  func codeOverLines() {
    let placed = Placed("> a `` b\n> c` `` d\n")
    #expect(placed.sources(.code) == ["b\n> c`"])
    #expect(placed.sources(.text) == ["a ", " d"])
    let code = placed.document.root.descendants.first { $0.kind == .code }
    #expect(code?.sourceOffsets(in: placed.bytes)?[2] == 11)
  }

  @Test("a code span that begins and ends with a line's end is found, and with CR LF as well")
  func codeBetweenLineEnds() {
    for end in ["\n", "\r\n"] {
      let placed = Placed("> a `\(end)> b\(end)> ` c\(end)")
      #expect(placed.sources(.code) == ["b"])
      #expect(placed.sources(.text) == ["a ", " c"])
    }
  }

  @Test("a link has a place, and so has its address where it stands in it")
  func links() {
    let text = "[a](b 'c') ![d *e*](<f g>) [h][i] <https://j.k> [l]\n\n[i]: m\n[l]: n\n"
    let placed = Placed(text)
    #expect(
      placed.sources(.link) == ["[a](b 'c')", "[h][i]", "<https://j.k>", "[l]"])
    #expect(placed.sources(.image) == ["![d *e*](<f g>)"])
    let addresses = placed.document.root.descendants.compactMap { node in
      node.addressBytes.map { String(decoding: placed.bytes[$0], as: UTF8.self) }
    }
    #expect(addresses == ["b", "f g"])
    // A bracket behind a link's label is text.
    let label = Placed("[a][l][m] x\n\n[l]: n\n")
    #expect(label.sources(.link) == ["[a][l]"])
    #expect(label.sources(.text) == ["a", "[m] x"])
  }

  @Test("a long block of texts that are not as they stand ends soon", .timeLimit(.minutes(1)))
  func bounded() {
    let text = String(repeating: "&copy;&nGt;\\`*_", count: 20_000)
    let placed = Placed(text)
    #expect(placed.document.root.descendants.contains { $0.kind == .text })
  }
}
