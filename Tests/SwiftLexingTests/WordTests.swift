import Testing

@Suite("Words")
struct WordTests {
  @Test("keywords, names, types and calls are told apart")
  func kinds() {
    #expect(
      lexed("let net = Sequential(rate, train(x))") == [
        "keyword let", "identifier net", "operator =", "typeName Sequential", "punctuation (",
        "identifier rate", "punctuation ,", "functionName train", "punctuation (",
        "identifier x", "punctuation )", "punctuation )",
      ])
  }

  @Test("a keyword is a name after a dot, as a label, and in backquotes")
  func keywordsAsNames() {
    #expect(lexed(".default") == ["punctuation .", "identifier default"])
    #expect(lexed("f(for: x)")[2] == "identifier for")
    #expect(lexed("func f(in text: A)")[3] == "identifier in")
    #expect(lexed("`in`") == ["identifier `in`"])
  }

  @Test("values, initializers and switch cases stay keywords")
  func keywordsAsKeywords() {
    #expect(lexed("x.self") == ["identifier x", "punctuation .", "keyword self"])
    #expect(lexed(".init(x)")[1] == "keyword init")
    #expect(lexed("default:")[0] == "keyword default")
    #expect(lexed("f(true, nil)")[2] == "keyword true")
  }

  @Test("names may be written in any script")
  func scripts() {
    #expect(
      lexed("let 学习率 = η₁") == ["keyword let", "identifier 学习率", "operator =", "identifier η₁"])
  }

  @Test("closure arguments are names")
  func closureArguments() {
    #expect(lexed("$0+$12") == ["identifier $0", "operator +", "identifier $12"])
  }

  @Test("attributes and directives hold their names")
  func attributesAndDirectives() {
    #expect(lexed("@discardableResult func")[0] == "attribute @discardableResult")
    #expect(lexed("@Swift.MainActor f")[0] == "attribute @Swift.MainActor")
    #expect(lexed("#if os(Linux)")[0] == "directive #if")
    #expect(lexed("#sourceLocation(file: \"a\", line: 3)")[0] == "directive #sourceLocation")
    #expect(lexed("@ #") == ["punctuation @", "punctuation #"])
  }

  @Test("a backquote without its partner stands alone")
  func loneBackquote() {
    #expect(lexed("`a\nb") == ["punctuation `", "identifier a", "identifier b"])
  }
}
