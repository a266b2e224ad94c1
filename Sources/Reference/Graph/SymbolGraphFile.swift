/// The parts of the compiler's symbol graph that the reference needs.
/// - Source: https://github.com/swiftlang/swift-docc-symbolkit, `openapi.yaml`
struct SymbolGraphFile: Decodable {
  struct Module: Decodable {
    let name: String
  }

  struct Symbol: Decodable {
    struct Kind: Decodable {
      let identifier: String
    }

    struct Identifier: Decodable {
      let precise: String
    }

    struct Fragment: Decodable {
      let spelling: String
    }

    struct Comment: Decodable {
      struct Line: Decodable {
        let text: String
      }

      let lines: [Line]
    }

    struct Location: Decodable {
      struct Position: Decodable {
        /// Counted from 0.
        let line: Int
      }

      let uri: String
      let position: Position
    }

    let kind: Kind
    let identifier: Identifier
    let pathComponents: [String]
    let declarationFragments: [Fragment]?
    let docComment: Comment?
    /// nil for what the compiler adds by itself.
    let location: Location?
  }

  struct Relationship: Decodable {
    let kind: String
    let source: String
    let target: String
  }

  let module: Module
  let symbols: [Symbol]
  let relationships: [Relationship]?
}
