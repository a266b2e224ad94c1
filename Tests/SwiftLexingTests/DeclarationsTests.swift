import Testing

@testable import SwiftLexing

@Suite struct DeclarationsTests {
  private let source = """
    import A

    /// A type.
    @frozen
    public struct S<T>: P where T: Q {
      // kept
      /// The doc.
      public var x: Int { 1 }
      let y = [1,
        2]
      let text = "}"
      init() {}
      class func make(
        a: Int, b: Int
      ) -> S
      where T: R {
        let local = 1
        return S()
      }
      subscript(i: Int) -> Int { i }
      typealias Z = Int
      enum Inner { case a; func f() {} }
    }
    extension S.Inner {
      static func + (a: Self, b: Self) -> Self { a }
    }
    protocol P { func required() throws; var z: Int { get } }
    func free() {}
    """

  @Test("what a public protocol requires is public, and labels are those of the parameters")
  func publicOnes() {
    let found = Declarations(
      of: """
        public protocol P { func run<T>(_ a: (T) -> Int, with b: [Int: T] = [:]) }
        protocol Q { func f() }
        public struct S { var hidden = 1; public init(x: Int) {} }
        """
    ).found
    #expect(found.filter(\.isPublic).map(\.name) == ["P", "P.run", "S", "S.init"])
    #expect(found.map(\.labels) == [nil, ["_", "with"], nil, [], nil, nil, ["x"]])
  }

  @Test func eachHasItsNameWithTheTypesAroundIt() {
    #expect(
      Declarations(of: source).names == [
        "S", "S.x", "S.y", "S.text", "S.init", "S.make", "S.subscript", "S.Z", "S.Inner",
        "S.Inner.f", "S.Inner.+", "P", "P.required", "P.z", "free",
      ])
  }

  @Test(arguments: [
    ("S.x", true, "// kept\n/// The doc.\npublic var x: Int { 1 }\n"),
    ("S.x", false, "public var x: Int { 1 }\n"), ("S.y", true, "let y = [1,\n  2]\n"),
    ("S.text", true, "let text = \"}\"\n"), ("free", true, "func free() {}\n"),
    (
      "S.make", true,
      "class func make(\n  a: Int, b: Int\n) -> S\nwhere T: R {\n  let local = 1\n  return S()\n}\n"
    ),
  ])
  func theCodeStandsWithoutItsIndentation(name: String, documented: Bool, code: String) {
    #expect(Declarations(of: source).code(of: name, documented: documented) == code)
  }

  @Test func attributesBelongToADeclarationWithoutItsDocumentation() {
    let code = Declarations(of: source).code(of: "S", documented: false)
    #expect(code?.hasPrefix("@frozen\npublic struct S<T>: P where T: Q {\n  // kept\n") == true)
    #expect(code?.hasSuffix("enum Inner { case a; func f() {} }\n}\n") == true)
  }

  @Test func whatIsNotThereHasNoCode() {
    #expect(Declarations(of: source).code(of: "S.local", documented: true) == nil)
    #expect(Declarations(of: "").names == [])
  }

  @Test func everyBeginningOfAFileIsReadWithoutACrash() {
    let bytes = Array(source.utf8)
    for end in bytes.indices {
      let declarations = Declarations(of: String(decoding: bytes[..<end], as: UTF8.self))
      for name in declarations.names { _ = declarations.code(of: name, documented: true) }
    }
  }
}
