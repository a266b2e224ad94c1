#if !hasFeature(Embedded)
  /// Names of types that a block declares, as the runtime writes them within collections and errors.
  ///
  /// A block's types are local to a function, and the runtime writes the function's address in their names,
  /// `chapter.(unknown context at $5581c0de1294).Point`: another one with every run.
  public enum LocalTypeNames {
    private static let mark = Array("(unknown context at $".utf8)

    /// Returns a text in which such names are those that the block gave, `Point`.
    public static func shortened(_ text: [UInt8]) -> [UInt8] {
      guard contains(mark, text) else { return text }
      var result: [UInt8] = []
      var index = 0
      while index < text.count {
        guard text[index...].starts(with: mark),
          let end = text[index...].firstIndex(of: UInt8(ascii: ")"))
        else {
          result.append(text[index])
          index += 1
          continue
        }
        // The module, and types around the function, stand before it.
        while result.last == UInt8(ascii: "."), result.count > 1, isOfName(result[result.count - 2])
        {
          result.removeLast()
          while let last = result.last, isOfName(last) { result.removeLast() }
        }
        index = end + 1
        if index < text.count, text[index] == UInt8(ascii: ".") { index += 1 }
      }
      return result
    }

    /// Returns a text in which such names are those that the block gave.
    public static func shortened(_ text: String) -> String {
      // Most texts are short, and have no parenthesis.
      guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
      let bytes = Array(text.utf8)
      return contains(mark, bytes) ? String(decoding: shortened(bytes), as: UTF8.self) : text
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...:
        true
      default: false
      }
    }

    private static func contains(_ mark: [UInt8], _ text: [UInt8]) -> Bool {
      var start = 0
      while let index = text[start...].firstIndex(of: mark[0]) {
        if text[index...].starts(with: mark) { return true }
        start = index + 1
      }
      return false
    }
  }
#endif
