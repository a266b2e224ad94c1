import SwiftLexing
import Testing

@Suite("Exported interfaces")
struct ExportedInterfacesTests {
  /// `§` stands where a mark is expected, `«` and `»` around what is to be a getter of its own.
  @Test(
    "what is concrete is marked",
    arguments: [
      "§public func f() {}", "§func f(\n  _ a: Int\n) -> Int\n{ a }", "§private static func f() {}",
      "§@inline(never)\nfunc f() {}", "struct A {\n  §init() {}\n}",
      "final class A {\n  §public class func f() {}\n}",
      "enum A {\n  case a(Int), b\n  §static func < (a: A, b: A) -> Bool { true }\n}",
      "struct A {}\nextension A: Sendable {\n  §func f() throws(E) { func g() {} }\n}",
      "extension Double {\n  §func f() {}\n}", "#if B\n  §func f() {}\n#endif",
      "struct A {\n  struct B {}\n}\nextension A.B {\n  §func f() {}\n}",
      "func f(_ a: some P) {}\n§func g(_ a: any P = { 1 }()) {}",
    ])
  func concrete(expected: String) { expect(expected) }

  @Test(
    "what is generic, stored or decided already is not",
    arguments: [
      "func f<T>(_ a: T) {}", "func f(_ a: inout some P) {}", "func f() -> some P { 1 }",
      "struct A<T> {\n  func f() {}\n  struct B {\n    init() {}\n  }\n}",
      "struct A<T> {}\nextension A {\n  func f() {}\n}", "extension Array {\n  func f() {}\n}",
      "extension A where T == Int {\n  func f() {}\n}",
      "protocol P {\n  func f()\n  var a: Int { get }\n  init()\n}\nextension P {\n  func f() {}\n}",
      "struct A {\n  static func + <T>(a: A, b: T) {}\n  subscript<T>(a: T) -> Int { 1 }\n}",
      "struct A {\n  let a = { 1 }()\n  var b = 2\n  lazy var c: Int = { 3 }()\n  deinit {}\n}",
      "struct A {\n  private(set) var a: Int { didSet { f() } }\n}",
      "@inlinable func f() {}", "@inline(__always)\nfunc f() {}", "@export(interface) func f() {}",
      "@_extern(c, \"f\")\nprivate func f(_ a: Int)\n\nlet a = { 1 }()",
    ])
  func others(source: String) { expect(source) }

  @Test(
    "a property has a mark at each accessor",
    arguments: [
      "var a: Int {« 1 »}", "public var a: Int {«\n  let get = 1\n  return get\n»}",
      "struct A {\n  subscript(a: Int) -> Int {« a »}\n}", "var a: Int { §get { 1 } }",
      "public var a: Int {\n  §get { b { 1 } }\n  §set { b = newValue }\n}",
      "struct A {\n  var a: Int {\n    §get { 1 }\n    §nonmutating set { f() }\n  }\n}",
      "var a: Int {\n  @inline(__always) get { 1 }\n  §set {}\n}",
    ])
  func properties(expected: String) { expect(expected) }

  @Test("types of all sources are known in each")
  func severalSources() {
    let interfaces = ExportedInterfaces(of: ["struct A {}\nstruct B<T> {}", "protocol P {}"])
    let source = "extension A { func a() {} }\nextension B { func b() {} }"
    #expect(
      interfaces.marked(source)
        == "extension A { @export(interface) func a() {} }\nextension B { func b() {} }")
  }

  @Test("pieces put together at random are gone through to the end", .timeLimit(.minutes(1)))
  func random() {
    let pieces = [
      "struct ", "class ", "extension ", "protocol ", "func ", "var ", "init", "subscript", "get ",
      "set ", "didSet ", "A", ".", "<T>", "(", ")", "{", "}", "=", "\n", "@a ", "public ", "where ",
      "\"",
    ]
    for source in RandomSources(of: pieces) {
      let marked = ExportedInterfaces(of: [source]).marked(source)
      #expect(marked.utf8.count >= source.utf8.count, "\(source.debugDescription)")
    }
  }

  private func expect(_ expected: String, location: SourceLocation = #_sourceLocation) {
    let source = expected.filter { !"§«»".contains($0) }
    let wanted = expected.replacing("§", with: "@export(interface) ")
      .replacing("«", with: " @export(interface) get {").replacing("»", with: "} ")
    #expect(
      ExportedInterfaces(of: [source]).marked(source) == wanted, sourceLocation: location)
  }
}
