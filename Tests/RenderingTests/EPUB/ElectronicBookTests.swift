import BookModel
import Foundation
import TestBrowser
import Testing
import Transcript

@testable import Rendering

@Suite struct ElectronicBookTests {
  @Test("Coloured formulas are read on white and on black paper", arguments: [0.0, 1.0])
  func inks(paper: Double) throws {
    let rule = /mrow\.(ink-[a-z]+) ?\{ ?color: ?(?:#([0-9a-f]{6})|var)/
    let inks = Stylesheet.electronicBook.matches(of: rule)
    #expect(Set(inks.map(\.1)) == Set(Stylesheet.text.matches(of: rule).map(\.1)))
    #expect(inks.count == 8)
    for ink in inks {
      let value = try #require(ink.2.flatMap { Int($0, radix: 16) })
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(value >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      let light = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      let contrast = (max(light, paper) + 0.05) / (min(light, paper) + 0.05)
      #expect(contrast >= 4.5, "\(ink.1)")
    }
  }

  @Test func linesAndColumnsOfFormulasAreThoseOfPages() {
    for rule in ["mrow.cancel {", "mtable.aligned > mtr > mtd:nth-child(even) {", "mtd.ruled {"] {
      #expect(Stylesheet.electronicBook.contains(rule))
      #expect(Stylesheet.text.contains(CompactStyle.text(rule)))
    }
    // epubcheck 4.2 and older readers refuse these.
    for selector in [":is(", ":where(", ":has("] {
      #expect(!Stylesheet.electronicBook.contains(selector))
    }
  }

  @Test(
    "The archive is one that Python opens, with its type first and unpacked",
    .enabled(if: Tool.exists("python3"), "needs python3, which is not here"))
  func theArchiveCanBeOpened() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "gradbook-\(UUID()).epub")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Self.book(.english).bytes).write(to: file)
    let script = """
      import sys, zipfile, xml.dom.minidom
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      for name in z.namelist():
          if name.endswith(('.xhtml', '.opf', '.xml', '.svg', '.ncx')): xml.dom.minidom.parseString(z.read(name))
      chapters = b''.join(z.read(n) for n in z.namelist() if '/chapter-' in n)
      assert b'<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>a' in chapters
      assert b'annotation' not in chapters and b'semantics' not in chapters
      outline = xml.dom.minidom.parseString(z.read('EPUB/contents.ncx'))
      points = outline.getElementsByTagName('navPoint')
      assert [p.getAttribute('playOrder') for p in points] == [str(i + 1) for i in range(len(points))]
      assert any(p.parentNode.nodeName == 'navPoint' for p in points)
      for content in outline.getElementsByTagName('content'):
          file, _, name = content.getAttribute('src').partition('#')
          assert not name or f'id="{name}"'.encode() in z.read('EPUB/' + file), content.toxml()
      for name in ('EPUB/contents.xhtml', 'EPUB/contents.ncx'):
          listed = z.read(name)
          assert b'>Section<' in listed and b'Names<' in listed and b'linspace' not in listed, name
      print(z.namelist()[0], z.infolist()[0].compress_type, z.read('mimetype').decode())
      """
    let said = try Tool.run("python3", ["-c", script, file.path], input: [])
    #expect(String(decoding: said, as: UTF8.self) == "mimetype 0 application/epub+zip\n")
  }

  @Test func theSameBookIsTheSameFileAndAnotherIsNot() {
    #expect(Self.book(.english) == Self.book(.english))
    #expect(Self.book(.english).bytes != Self.book(.chinese).bytes)
    #expect(Self.book(.chinese).path == "book-zh.epub")
  }

  @Test func linksBetweenChaptersStayInTheBook() throws {
    let file = try #require(Self.files(.english).first { $0.path == "book.html" })
    let page = String(decoding: file.bytes, as: UTF8.self)
    #expect(page.contains("<a href=\"#c1_x\">A</a>"))
    #expect(page.contains("<div class=\"chapter\" id=\"c2\">"))
    #expect(page.contains("<a href=\"en/data.csv\">data</a>"))
  }

  @Test func aPartComesOutOfItsBytesAsItWas() throws {
    let chapters = Self.chapters
    let site = Site(chapters: chapters)
    for chapter in chapters {
      let part = try #require(site.rendered(chapter, run: ChapterRun())).part
      func decoded(_ bytes: [UInt8]) throws -> BookPart {
        var reader = ByteReader(bytes)
        return try BookPart(from: &reader)
      }
      #expect(try decoded(part.encoded()) == part)
      #expect(throws: (any Error).self) { try decoded(part.encoded() + [0]) }
      #expect(throws: (any Error).self) { try decoded(part.encoded().dropLast()) }
    }
  }

  @Test("Books that run nothing say in which page a chapter's experiments run, where they do")
  func livePages() throws {
    let chapter = Self.chapters[0]
    let live = LiveChapter(
      module: .beside(path: "../live/en/a.js"), experiments: ["x": 0], refusals: [:])
    let parts = try [nil, live].map { live in
      try #require(
        Site(chapters: Self.chapters).rendered(chapter, run: ChapterRun(), live: live)
      ).part
    }
    let printed = parts.map { String(decoding: $0.printed, as: UTF8.self) }
    let path = PagePath(ofChapter: chapter.path).description
    #expect(!printed[0].contains("live-page"))
    #expect(printed[1].contains("<a href=\"\(path)\">\(path)</a></p>"))
    #expect(parts[0].electronic.digest != parts[1].electronic.digest)
    #expect(parts[1].scripts == parts[0].scripts)
  }

  static let chapters =
    BookOutlineTests.chapters + [
      SampleChapter.make(
        "[data](data.csv) <a> & \"b\"\n\n## Section\n\nText.\n\n***\n\n- a\n- b\\\n  c",
        path: "Chapters/en/04-d.md", frontMatter: FrontMatter(title: "D & E", order: 4)),
      withPicture, reference,
    ]

  private static var reference: Chapter {
    var frontMatter = FrontMatter(title: "Names", order: 6)
    frontMatter.reference = ["GradientDescent"]
    return SampleChapter.make(
      "## linspace\n\nText.\n", path: "Chapters/en/06-f.md", frontMatter: frontMatter)
  }

  /// A chapter with elements that XML closes in another way than HTML.
  private static var withPicture: Chapter {
    var chapter = SampleChapter.make(
      """
      ![A *dot* & more](dot.png "T") a<br>b <kbd>K</kbd> <a id="here"></a>

      - [ ] open
      - [x] ~~done~~

      <details open>
      <summary>More & less</summary>

      $a < b$[^n]

      </details>

      [^n]: One.

          > Two.
      """, path: "Chapters/en/05-e.md", frontMatter: FrontMatter(title: "E", order: 5))
    for index in chapter.prose.images.indices {
      chapter.prose.images[index].content = .init(mediaType: "image/png", bytes: [1, 2, 3])
    }
    return chapter
  }

  static func book(_ language: FrontMatter.Language) -> SiteFile {
    files(language).first { $0.path.hasSuffix(".epub") } ?? SiteFile(path: "", bytes: [])
  }

  /// The files of the whole book in a language.
  static func files(_ language: FrontMatter.Language) -> [SiteFile] {
    let site = Site(chapters: chapters)
    var parts: [PagePath: BookPart] = [:]
    for chapter in chapters {
      parts[PagePath(ofChapter: chapter.path)] = site.rendered(chapter, run: ChapterRun())?.part
    }
    let paths: [PagePath] = [.book(language), .electronicBook(language), .searchIndex(language)]
    let names = Set(paths.map(\.description))
    return site.wholeBooks(parts).map { $0() }.filter { names.contains($0.path) }
  }
}
