import Markdown
import Markup
import Testing

@Suite("Editing the Markdown tree")
struct MarkdownEditingTests {
  @Test("a block gives way to HTML on lines of its own")
  func replaceBlock() throws {
    let document = MarkdownDocument("a\n\n```swift\nx\n```\n\nb\n")
    let code = try #require(document.root.descendants.first { $0.kind == .codeBlock })
    code.replace(withBlockHTML: "<figure>x</figure>")
    #expect(document.html() == "<p>a</p>\n<figure>x</figure>\n<p>b</p>\n")
  }

  @Test("an inline gives way to HTML without space around it")
  func replaceInline() throws {
    let document = MarkdownDocument("a`b`c\n")
    let code = try #require(document.root.descendants.first { $0.kind == .code })
    code.replace(withInlineHTML: "<i>b</i>")
    #expect(document.html() == "<p>a<i>b</i>c</p>\n")
  }

  @Test("a heading gets another tag and keeps its inlines")
  func retag() throws {
    let document = MarkdownDocument("x\n\n## A *b* c\n\ny\n")
    let heading = try #require(document.root.descendants.first { $0.kind == .heading })
    let tagged = heading.retag(opening: "<h2 id=\"a\">", closing: "</h2>")
    #expect(document.html() == "<p>x</p>\n<h2 id=\"a\">A <em>b</em> c</h2>\n<p>y</p>\n")
    #expect(tagged.plainText == "A b c")
  }

  @Test("a run of blocks is wrapped, the ones after it are not")
  func wrap() throws {
    let document = MarkdownDocument("# Exercise\n\na\n\nb\n\nc\n")
    let blocks = Array(document.root.children)
    blocks[1].wrap(through: blocks[2], opening: "<details>", closing: "</details>")
    #expect(
      document.html()
        == "<h1>Exercise</h1>\n<details>\n<p>a</p>\n<p>b</p>\n</details>\n<p>c</p>\n")
  }

  @Test("children may be replaced and removed while they are walked through")
  func editWhileWalking() {
    let document = MarkdownDocument("a\n\n***\n\nb\n\n***\n")
    for child in document.root.children where child.kind == .thematicBreak { child.remove() }
    for child in document.root.children {
      child.replace(withBlockHTML: HTML(text: child.plainText))
    }
    #expect(document.html() == "a\nb\n")
  }

  @Test("a removed node stays readable")
  func removedNode() throws {
    let paragraph: MarkdownNode
    do {
      let document = MarkdownDocument("a *b*\n")
      paragraph = try #require(document.root.firstChild)
      paragraph.remove()
      #expect(document.html() == "")
    }
    #expect(paragraph.plainText == "a b")
    #expect(paragraph.parent == nil)
  }

  @Test("the root and list items cannot give way")
  func cannotReplace() throws {
    let document = MarkdownDocument("- a\n")
    let item = try #require(document.root.firstChild?.firstChild)
    document.root.replace(withBlockHTML: "x")
    item.replace(withBlockHTML: "x")
    item.wrap(opening: "x", closing: "x")
    #expect(document.html() == "<ul>\n<li>a</li>\n</ul>\n")
  }

  @Test("a block stays where it is when it is to stand behind itself or behind what is gone")
  func moveNowhere() throws {
    let document = MarkdownDocument("a\n\nb\n\nc\n")
    let blocks = Array(document.root.children)
    blocks[2].remove()
    blocks[0].move(after: blocks[0])
    blocks[0].move(after: blocks[2])
    #expect(document.html() == "<p>a</p>\n<p>b</p>\n")
    blocks[0].move(after: blocks[1])
    #expect(document.html() == "<p>b</p>\n<p>a</p>\n")
  }

  @Test("HTML before and after a block stands on lines of its own")
  func insert() throws {
    let document = MarkdownDocument("a\n")
    let block = try #require(document.root.firstChild)
    block.insertBefore(blockHTML: "<hr>")
    block.insertAfter(blockHTML: "<p>b</p>")
    #expect(document.html() == "<hr>\n<p>a</p>\n<p>b</p>\n")
  }
}
