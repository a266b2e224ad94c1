import SwiftLexing
import Testing

@Suite("Strings")
struct StringTests {
  @Test(
    "each form is one token",
    arguments: [
      #""""#, #""a""#, #""a\"b\\""#, ##"#"a"b\n"#"##, ###"##"a"#b"##"###,
      "\"\"\"\n a \"b\" \"\"c\n \"\"\"", ##"#"""#"##, "\"e\u{301}\u{1F600}\"",
      "#\"\"\"\n \"\"\" \\(x) \n\"\"\"#",
    ])
  func form(source: String) {
    #expect(lexed(source) == ["string \(source)"])
  }

  @Test("the inside of an interpolation is code")
  func interpolation() {
    #expect(
      lexed(#""a \(x + 1) b""#) == [
        #"string "a "#, #"interpolation \("#, "identifier x", "operator +", "number 1",
        "interpolation )", #"string  b""#,
      ])
  }

  @Test("interpolations nest, with brackets and strings in them")
  func nested() {
    #expect(
      lexed(#""\(f("\(g(1))"))""#).filter { !$0.hasPrefix("punctuation") } == [
        #"string ""#, #"interpolation \("#, "functionName f", #"string ""#,
        #"interpolation \("#, "functionName g", "number 1", "interpolation )", #"string ""#,
        "interpolation )", #"string ""#,
      ])
  }

  @Test("a backslash at a line's end takes no newline into a string of one line")
  func backslashAtLineEnd() {
    #expect(lexed("\"a\\\nb") == ["string \"a\\", "identifier b"])
    #expect(lexed("\"\"\"\na\\\nb\n\"\"\"").count == 1)
  }

  @Test("a raw string is interpolated only with its number of signs")
  func rawInterpolation() {
    #expect(
      lexed(##"#"\(x) \#(y)"#"##) == [
        ##"string #"\(x) "##, ##"interpolation \#("##, "identifier y", "interpolation )",
        ##"string "#"##,
      ])
  }

  @Test("an unfinished string ends with its line, one of several lines with the text")
  func unterminated() {
    #expect(lexed("\"a\nb") == ["string \"a", "identifier b"])
    #expect(lexed("\"\"\"\na\nb") == ["string \"\"\"\na\nb"])
    #expect(SwiftLexer.tokens(in: "\"a\nb").first?.isTerminated == false)
    #expect(SwiftLexer.tokens(in: "\"a\"").first?.isTerminated == true)
  }

  @Test("a backslash at the end escapes nothing", arguments: ["\"\\", "\"\"\"\n\\", "#\"\\#"])
  func backslashAtEnd(source: String) {
    #expect(lexed(source) == ["string \(source)"])
  }
}
