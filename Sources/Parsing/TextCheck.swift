/// Checks a file before anything else is read.
enum TextCheck {
  /// Returns the file's text, or nil when it cannot be parsed without changing a byte.
  static func text(of source: SourceText, _ errors: ErrorCollector) -> String? {
    let bytes = source.bytes
    guard let text = decoded(source, errors) else { return nil }
    if let offset = bytes.firstIndex(of: 0) {
      errors.report(.text(.nul), at: source.range(ofByte: offset))
      return nil
    }
    if let offset = firstLoneCarriageReturn(in: bytes) {
      errors.report(.text(.loneCarriageReturn), at: source.range(ofByte: offset))
      return nil
    }
    guard NestingCheck.checkPrefixes(of: source, errors) else { return nil }
    return text
  }

  /// Returns the file's text, or nil when it is not UTF-8.
  static func decoded(_ source: SourceText, _ errors: ErrorCollector) -> String? {
    if let text = String(validating: source.bytes, as: UTF8.self) { return text }
    let offset = firstInvalidByte(of: source.bytes)
    errors.report(.text(.notUTF8(byte: source.bytes[offset])), at: source.range(ofByte: offset))
    return nil
  }

  private static func firstInvalidByte(of bytes: [UInt8]) -> Int {
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return min(offset, bytes.count - 1)
      }
    }
  }

  private static func firstLoneCarriageReturn(in bytes: [UInt8]) -> Int? {
    bytes.indices.first { index in
      bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }
}
