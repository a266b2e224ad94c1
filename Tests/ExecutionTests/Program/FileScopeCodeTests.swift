import Testing

@testable import Execution

@Suite struct FileScopeCodeTests {
  private func found(_ code: String) -> [String] {
    let bytes = Array(code.utf8)
    return FileScopeCode(code).declarations.compactMap { declaration in
      let text = String(decoding: bytes[declaration.range], as: UTF8.self)
      return switch declaration.kind {
      case .bound: "bound: \(text)"
      case .type(let name): "\(name): \(text)"
      case .function: nil
      }
    }
  }

  @Test("Imports, extensions, operators and operator functions are bound to file scope")
  func bound() {
    let code = """
      import struct Foo.Bar
      let x = 1
      infix operator +++: AdditionPrecedence
      extension Int {
        var half: Int { self / 2 }
      }; let y = 2
      func +++ (a: Int, b: Int) -> Int {
        a + b
      }
      func plain() {}
      """
    #expect(
      found(code) == [
        "bound: import struct Foo.Bar",
        "bound: infix operator +++: AdditionPrecedence",
        "bound: extension Int {\n  var half: Int { self / 2 }\n}",
        "bound: func +++ (a: Int, b: Int) -> Int {\n  a + b\n}",
      ])
  }

  @Test("A type is found with its attributes and modifiers, wherever its brace stands")
  func types() {
    let code = """
      @frozen
      public indirect enum Tree { case leaf }
      final class Net
        : Model
      {
        class func make() {}
      }
      typealias Pair = (Int, Int)
      let words = ["struct", "class"] // enum No {}
      if x { struct Inner {} }
      """
    #expect(
      found(code) == [
        "Tree: @frozen\npublic indirect enum Tree { case leaf }",
        "Net: final class Net\n  : Model\n{\n  class func make() {}\n}",
        "Pair: typealias Pair = (Int, Int)",
      ])
  }
}
