import BookModel
import Testing

@testable import Parsing

/// All options of blocks, with what each sets. A new one compiles only with a row here, and passes only
/// when it is read, where it may stand, and refused elsewhere.
@Suite struct BlockOptionTests {
  struct Row {
    /// The option as it is written; on the fence, or on a line of its own.
    var text: String
    /// The roles of blocks that may carry it.
    var roles: Set<BlockRole>
    /// Sets in options what the block then has.
    var set: (inout BlockOptions) -> Void = { _ in }
  }

  private static func row(_ option: BlockOption) -> Row {
    switch option {
    case .id: Row(text: "id=x", roles: [.experiment])
    case .fold: Row(text: "fold", roles: [.listing, .setup, .experiment]) { $0.fold = true }
    case .foldCharts: Row(text: "fold-charts", roles: [.experiment]) { $0.foldsCharts = true }
    case .hide: Row(text: "hide", roles: [.setup, .experiment]) { $0.hide = true }
    case .standalone: Row(text: "standalone", roles: [.experiment]) { $0.standalone = true }
    case .norun: Row(text: "norun", roles: [.setup, .experiment]) { $0.norun = true }
    case .timeout: Row(text: "timeout=2s", roles: [.experiment]) { $0.timeout = 2 }
    case .expect: Row(text: "expect=trap", roles: [.experiment]) { $0.expect = .trap }
    case .live: Row(text: "live=required", roles: [.experiment]) { $0.live = .required }
    case .caption:
      Row(text: "//| caption: A: b", roles: [.experiment]) {
        $0.captions = [
          FigureCaption(
            markdown: "A: b", range: SourceRange(file: "a.md", line: 2, column: 14))
        ]
        $0.captions[0].range.end.column = 18
      }
    case .alt:
      Row(text: "//| alt: A line", roles: [.experiment]) {
        $0.alternatives = ["A line"]
      }
    case .label: Row(text: "//| label: fig-a", roles: [.experiment]) { $0.label = "fig-a" }
    case .data:
      Row(text: "//| data: a.csv", roles: [.setup, .experiment]) {
        $0.data = [
          DeclaredFile(name: "a.csv", range: SourceRange(file: "a.md", line: 2, column: 11))
        ]
        $0.data[0].range.end.column = 16
      }
    case .source:
      Row(text: "source=A/B.swift", roles: [.listing]) {
        $0.source = EngineSource(file: "A/B.swift")
      }
    case .symbol:
      Row(text: "source=B.swift symbol=C.d", roles: [.listing]) {
        $0.source = EngineSource(file: "B.swift", symbol: "C.d")
      }
    case .doc:
      Row(text: "source=B.swift doc=false", roles: [.listing]) {
        $0.source = EngineSource(file: "B.swift")
        $0.source?.omitsDocumentation = true
      }
    }
  }

  /// Parses a block of a role with an option, or with what is written instead of it.
  private func parse(_ option: BlockOption, _ text: String, on role: BlockRole) -> ParsedChapter {
    var fence = role == .listing ? "```swift" : "```swift \(role.rawValue)"
    if role == .experiment, option != .id { fence += " id=x" }
    let block = option.standsOnLine ? "\(fence)\n\(text)\n```\n" : "\(fence) \(text)\n```\n"
    return ChapterParser.parse(Array(block.utf8), path: "a.md")
  }

  @Test("An option is read on the blocks that may carry it", arguments: BlockOption.allCases)
  func isRead(_ option: BlockOption) {
    let row = Self.row(option)
    var options = BlockOptions()
    row.set(&options)
    for role in row.roles {
      let result = parse(option, row.text, on: role)
      #expect(result.diagnostics == [])
      #expect(result.chapter.blocks.map(\.options) == [options])
      #expect(result.chapter.blocks.first?.experimentID == (role == .experiment ? "x" : nil))
    }
  }

  @Test("An option is refused on all other blocks, by its name", arguments: BlockOption.allCases)
  func isRefused(_ option: BlockOption) {
    let row = Self.row(option)
    for role in Set(BlockRole.allCases).subtracting(row.roles) {
      let messages = parse(option, row.text, on: role).diagnostics.map(\.message)
      #expect(messages.contains("'\(option.rawValue)' does not go with \(role.phrase)"))
    }
  }

  @Test(
    "An option with a value needs one, an option without refuses one",
    arguments: BlockOption.allCases)
  func value(_ option: BlockOption) throws {
    let row = Self.row(option)
    let role = try #require(row.roles.first)
    let name = option.rawValue
    let hasValue = row.text.contains("=") || row.text.contains(":")
    let written = option.standsOnLine ? "//| \(name):" : hasValue ? name : "\(name)=1"
    let messages = parse(option, written, on: role).diagnostics.map(\.message)
    #expect(messages.contains("'\(name)' \(hasValue ? "has" : "takes") no value"))
  }

  @Test("Data files stand in a list or on several lines, each once")
  func dataFiles() {
    func parse(_ lines: String) -> ParsedChapter {
      let text = "```swift experiment id=x\n\(lines)\n```\n"
      return ChapterParser.parse(Array(text.utf8), path: "a.md")
    }
    let several = parse("//| data: a.csv, sub/b c.npy\n//| caption: A\n//| data:/d.csv").chapter
    #expect(several.blocks[0].options.data.map(\.name) == ["a.csv", "sub/b c.npy", "/d.csv"])
    #expect(several.blocks[0].options.data.map(\.range.start.column) == [11, 18, 10])
    #expect(several.blocks[0].options.captions.map(\.markdown) == ["A"])
    let messages = ["//| data: a.csv, a.csv", "//| data: a.csv,", "//| data: ,"].map {
      parse($0).diagnostics.map(\.message)
    }
    #expect(
      messages == [
        ["the data file 'a.csv' is given twice"], ["'data' has no value"], ["'data' has no value"],
      ])
  }

  @Test("Captions and alternatives stand on several lines; a caption ends with its label")
  func captions() throws {
    let text = """
      > ```swift experiment id=x
      > //| caption: The *loss* for $\\eta = 1$ {#fig-loss}
      > //| alt: A
      > //| caption: Costs $5 {#tbl-b .wide}
      > //| alt: B
      > //| caption: {#fig-c}
      > ```

      [](#fig-loss), [](#tbl-b), [](#fig-c), $x$

      """
    let result = ChapterParser.parse(Array(text.utf8), path: "a.md")
    let options = try #require(result.chapter.blocks.first).options
    #expect(
      options.captions.map(\.markdown) == ["The *loss* for $\\eta = 1$", "Costs $5", ""])
    #expect(options.captions.map(\.label) == ["fig-loss", "tbl-b", "fig-c"])
    #expect(options.captions.map(\.range.start.column) == [16, 16, 16])
    #expect(options.captions.map(\.range.end.column) == [41, 24, 16])
    #expect(options.alternatives == ["A", "B"])
    #expect(result.chapter.formulas.map(\.tex) == ["\\eta = 1", "x"])
    #expect(result.chapter.formulas.map(\.range.start.column) == [31, 40])
    #expect(
      result.diagnostics.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)" }
        == ["4:25"])
    #expect(
      result.chapter.prose.labels.map(\.kind) == [
        .experiment(id: "x"), .caption(0, ofExperiment: "x"), .caption(1, ofExperiment: "x"),
        .caption(2, ofExperiment: "x"),
      ])
  }

  @Test("What is wrong in a caption has its place in the file")
  func captionFaults() {
    let text = """
      ```swift experiment id=x
      //| caption: A $\\nope$ and [a](#gone) {#x}
      ```

      """
    let found = ChapterParser.parse(Array(text.utf8), path: "a.md").diagnostics
    #expect(
      found.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)" }
        == ["2:17", "2:32", "2:41"], "\(found)")
  }

  @Test("A time has digits on both sides of its point, and a unit")
  func times() {
    let texts = ["2s", "0.5s", "250ms", "2.s", ".5s", ".s", "2", "2m", "s", "1.2.3s", ""]
    let seconds = texts.map { TimeSpan.seconds(Array($0.utf8)[...]) }
    #expect(seconds == [2, 0.5, 0.25, nil, nil, nil, nil, nil, nil, nil, nil])
  }

  @Test("The form that hints show is one that is read", arguments: BlockOption.allCases)
  func form(_ option: BlockOption) throws {
    let role = try #require(Self.row(option).roles.first)
    let form = option == .symbol || option == .doc ? "source=A.swift \(option.form)" : option.form
    #expect(parse(option, form, on: role).diagnostics == [])
  }
}
