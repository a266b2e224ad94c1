import SwiftLexing
import Testing

@Suite("Comments, regular expressions, operators")
struct CommentTests {
  @Test("a comment ends with its line")
  func line() {
    #expect(lexed("a // b\nc") == ["identifier a", "comment // b", "identifier c"])
    #expect(lexed("a // b\r\nc")[1] == "comment // b")
  }

  @Test("block comments nest")
  func nested() {
    #expect(lexed("/* a /* b */ c */ d") == ["comment /* a /* b */ c */", "identifier d"])
  }

  @Test("an unfinished block comment takes the rest")
  func unterminated() {
    #expect(lexed("a /* b /* c */ d") == ["identifier a", "comment /* b /* c */ d"])
    #expect(SwiftLexer.tokens(in: "/*/").first?.isTerminated == false)
  }

  @Test("a comment begins within a run of operators")
  func afterOperator() {
    #expect(lexed("a +// b")[1...] == ["operator +", "comment // b"])
    #expect(lexed("a +/* b */c")[1...] == ["operator +", "comment /* b */", "identifier c"])
  }

  @Test("slashes between values divide")
  func division() {
    #expect(
      lexed("a / b / c") == [
        "identifier a", "operator /", "identifier b", "operator /", "identifier c",
      ])
    #expect(lexed("f(x)/2/y").filter { $0.hasPrefix("regex") } == [])
    #expect(lexed("reduce(0, /)").contains("operator /"))
  }

  @Test("a regular expression has a sign before its slash; without, it is an operator")
  func regex() {
    #expect(lexed("#/a/b/#") == ["regex #/a/b/#"])
    #expect(lexed("#/\na \"\n/#") == ["regex #/\na \"\n/#"])
    for start in ["return ", "f(", "[", "{", "} ", "(a, ", "(a: ", "; ", "= "] {
      #expect(lexed(start + "/a/").suffix(3) == ["operator /", "identifier a", "operator /"])
    }
    // What looks like the end of an expression begins a comment, and no string begins in it.
    #expect(lexed("(/)/*) \"\"\"\n*/ }").suffix(2) == ["comment /*) \"\"\"\n*/", "punctuation }"])
  }

  @Test("operators run as far as they go; one dot is punctuation")
  func operators() {
    #expect(lexed("a..<b")[1] == "operator ..<")
    #expect(lexed("x.y") == ["identifier x", "punctuation .", "identifier y"])
    #expect(lexed("a>=-.5")[1...] == ["operator >=-", "punctuation .", "number 5"])
    #expect(lexed("a ≈ b ⋅ c").filter { $0.hasPrefix("operator") }.count == 2)
  }
}
