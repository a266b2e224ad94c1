import Testing

@testable import Reference

@Suite struct SymbolGraphTests {
  static func symbol(
    _ path: [String], _ kind: String = "swift.method", _ text: String = "func f()",
    file: String = "/w/Sources/M/A.swift", line: Int = 0, comment: String = "Does it."
  ) -> String {
    let names = path.map { "\"\($0)\"" }.joined(separator: ",")
    let lines = comment.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "{\"text\":\"\($0)\"}" }.joined(separator: ",")
    return """
      {"kind":{"identifier":"\(kind)"},"identifier":{"precise":"\(path.joined(separator: "/"))"},\
      "pathComponents":[\(names)],"docComment":{"lines":[\(lines)]},\
      "declarationFragments":[{"kind":"x","spelling":"\(text)"}],\
      "location":{"uri":"file://\(file)","position":{"line":\(line),"character":1}}}
      """
  }

  static func graph(_ symbols: [String], relations: String = "") -> SymbolGraph? {
    SymbolGraph(
      Array(
        """
        {"module":{"name":"M"},"symbols":[\(symbols.joined(separator: ","))],\
        "relationships":[\(relations)]}
        """.utf8))
  }

  @Test("declarations come in the order of the sources, with what they conform to in the module")
  func order() throws {
    let graph = try #require(
      Self.graph(
        [
          Self.symbol(["B", "f(_:x:)"], line: 9),
          Self.symbol(
            ["B"], "swift.struct", "struct B", line: 4, comment: "One \\\"B\\\".\n\nMore é\\u00e9."),
          Self.symbol(
            ["P"], "swift.protocol", "protocol P : AnyObject", file: "/w/Sources/A/P.swift"),
        ],
        relations: """
          {"kind":"conformsTo","source":"B","target":"P"},
          {"kind":"conformsTo","source":"B","target":"s:Elsewhere"}
          """))
    let found = graph.declarations
    #expect(found.map(\.name) == ["P", "B", "B.f"])
    #expect(found.map(\.text) == ["protocol P: AnyObject", "struct B: P", "func f()"])
    #expect(found.map(\.file) == ["A/P.swift", "M/A.swift", "M/A.swift"])
    #expect(found.map(\.line) == [1, 5, 10])
    #expect(found[1].comment == "One \"B\".\n\nMore éé.")
    #expect(found[2].owner == "B" && found[2].baseName == "f" && found[2].module == "M")
  }

  @Test("what has no place in the sources is left out, and what is no graph is refused")
  func refused() throws {
    let added = Self.symbol(["E", "init(rawValue:)"], "swift.init", file: "/usr/lib/Swift.swift")
    #expect(try #require(Self.graph([added])).declarations.isEmpty)
    for text in ["", "{", "[]", "{\"module\":1}", "{\"a\":\"\\", "[1 2]", "nul", "{\"a\" 1}"] {
      #expect(SymbolGraph(Array(text.utf8)) == nil, "\(text)")
    }
    #expect(SymbolGraph(Array(repeating: UInt8(ascii: "["), count: 100_000)) == nil)
  }

  @Test("a reference is the same after it was written and read")
  func encoding() throws {
    let graph = try #require(
      Self.graph([Self.symbol(["B"], "swift.enum"), Self.symbol(["+(_:_:)"])]))
    let reference = EngineReference([graph])
    #expect(try EngineReference(decoding: reference.encoded()) == reference)
    for length in [0, 3, 20] {
      #expect(throws: (any Error).self) {
        try EngineReference(decoding: Array(reference.encoded().prefix(length)))
      }
    }
  }
}
