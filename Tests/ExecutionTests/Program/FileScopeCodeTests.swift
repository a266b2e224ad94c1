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

  @Test("What stands between '#if' and '#endif' keeps its conditions, or stays where it is")
  func conditions() {
    let code = """
      #if false
      extension Int {
        #if true
        var half: Int { self / 2 }
        #endif
      }
      #else
      func ~~ (a: Int, b: Int) -> Int { 1 }
      #endif
      #if true
      extension Int { var third: Int { self / 3 } }
      print(1)
      #endif
      #if true
      struct Plain {}
      #endif
      extension Int {}
      """
    let lines = code.split(separator: "\n")
    #expect(
      found(code) == [
        "bound: " + lines[0..<9].joined(separator: "\n"), "bound: extension Int {}",
      ])
  }

  @Test("A call that is named like a modifier is none")
  func calls() {
    let code = """
      open("a", 1)
      extension Int {}
      prefix("b")
      import Foo
      public private(set) extension Int {}
      nonisolated(unsafe) struct Pair {}
      """
    #expect(
      found(code) == [
        "bound: extension Int {}", "bound: import Foo",
        "bound: public private(set) extension Int {}",
        "Pair: nonisolated(unsafe) struct Pair {}",
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
