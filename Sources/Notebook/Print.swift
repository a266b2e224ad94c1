import Numerals
import Transcript

/// Emits printed bytes as far as the limits allow; every nan in them is written as `nan`.
@inline(never)
func emitText(_ printed: [UInt8]) {
  var bytes = SignsOfNaN.removed(from: printed)
  #if !hasFeature(Embedded)
    bytes = LocalTypeNames.shortened(bytes)
  #endif
  let (allowed, excess) = tally.count(text: bytes)
  emit(.text, allowed < bytes.count ? [UInt8](bytes.prefix(allowed)) : bytes)
  demand(excess)
}

#if hasFeature(Embedded)
  // Texts are concatenated here, out of line: otherwise generic code of the standard library would
  // be compiled again with each block. Embedded Swift has no `Any`, so there is a function for each
  // number of values.

  /// Prints an empty line, or only a terminator.
  public func print(terminator: String = "\n") { emitText(Array(terminator.utf8)) }

  // The standard library has functions for single values of these types, which would be preferred to
  // generic ones and know nothing of the page.

  /// Prints a text and a newline.
  @inline(never)
  public func print(_ value: String) { print(value, terminator: "\n") }

  /// Prints a text and a terminator.
  @inline(never)
  public func print(_ value: String, terminator: String) {
    printWords([value], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: Int) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: Int, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints a number and a newline.
  @inline(never)
  public func print(_ value: Double) { print(value, terminator: "\n") }

  /// Prints a number and a terminator.
  @inline(never)
  public func print(_ value: Double, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints a number and a newline.
  @inline(never)
  public func print(_ value: Float) { print(value, terminator: "\n") }

  /// Prints a number and a terminator.
  @inline(never)
  public func print(_ value: Float, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints `true` or `false` and a newline.
  @inline(never)
  public func print(_ value: Bool) { print(value, terminator: "\n") }

  /// Prints `true` or `false` and a terminator.
  @inline(never)
  public func print(_ value: Bool, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: UInt) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: UInt, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: UInt8) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: UInt8, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: UInt32) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: UInt32, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: UInt64) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: UInt64, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: Int8) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: Int8, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: Int32) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: Int32, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ value: Int64) { print(value, terminator: "\n") }

  /// Prints an integer and a terminator.
  @inline(never)
  public func print(_ value: Int64, terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints numbers in brackets and a newline.
  @inline(never)
  public func print(_ value: [Double]) { print(value, terminator: "\n") }

  /// Prints numbers in brackets and a terminator.
  @inline(never)
  public func print(_ value: [Double], terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints integers in brackets and a newline.
  @inline(never)
  public func print(_ value: [Int]) { print(value, terminator: "\n") }

  /// Prints integers in brackets and a terminator.
  @inline(never)
  public func print(_ value: [Int], terminator: String) {
    printWords([value.text()], "", terminator)
  }

  /// Prints a value and a newline.
  public func print<A: CustomStringConvertible>(_ a: A) { print(a.description) }

  /// Prints a value and a terminator.
  public func print<A: CustomStringConvertible>(_ a: A, terminator: String) {
    print(a.description, terminator: terminator)
  }

  /// Prints a value and a newline.
  public func print<A: PrintedValue & CustomStringConvertible>(_ a: A) { print(a.text()) }

  /// Prints a value and a terminator.
  public func print<A: PrintedValue & CustomStringConvertible>(_ a: A, terminator: String) {
    print(a.text(), terminator: terminator)
  }

  /// Prints a value and a terminator.
  public func print<A: PrintedValue>(
    _ a: A, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.text()], separator, terminator)
  }

  /// Prints two values with separators between them.
  public func print<A: PrintedValue, B: PrintedValue>(
    _ a: A, _ b: B, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.text(), b.text()], separator, terminator)
  }

  /// Prints three values with separators between them.
  public func print<A: PrintedValue, B: PrintedValue, C: PrintedValue>(
    _ a: A, _ b: B, _ c: C, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.text(), b.text(), c.text()], separator, terminator)
  }

  /// Prints four values with separators between them.
  public func print<A: PrintedValue, B: PrintedValue, C: PrintedValue, D: PrintedValue>(
    _ a: A, _ b: B, _ c: C, _ d: D, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.text(), b.text(), c.text(), d.text()], separator, terminator)
  }

  /// Prints five values with separators between them.
  public func print<
    A: PrintedValue, B: PrintedValue, C: PrintedValue, D: PrintedValue, E: PrintedValue
  >(
    _ a: A, _ b: B, _ c: C, _ d: D, _ e: E, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.text(), b.text(), c.text(), d.text(), e.text()], separator, terminator)
  }

  /// Prints six values with separators between them.
  public func print<
    A: PrintedValue, B: PrintedValue, C: PrintedValue, D: PrintedValue, E: PrintedValue,
    F: PrintedValue
  >(
    _ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, separator: String = " ",
    terminator: String = "\n"
  ) {
    printWords([a.text(), b.text(), c.text(), d.text(), e.text(), f.text()], separator, terminator)
  }

  /// Prints seven values with separators between them.
  public func print<
    A: PrintedValue, B: PrintedValue, C: PrintedValue, D: PrintedValue, E: PrintedValue,
    F: PrintedValue, G: PrintedValue
  >(
    _ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, _ g: G, separator: String = " ",
    terminator: String = "\n"
  ) {
    printWords(
      [a.text(), b.text(), c.text(), d.text(), e.text(), f.text(), g.text()], separator, terminator)
  }

  /// Prints eight values with separators between them.
  public func print<
    A: PrintedValue, B: PrintedValue, C: PrintedValue, D: PrintedValue, E: PrintedValue,
    F: PrintedValue, G: PrintedValue, H: PrintedValue
  >(
    _ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, _ g: G, _ h: H, separator: String = " ",
    terminator: String = "\n"
  ) {
    printWords(
      [a.text(), b.text(), c.text(), d.text(), e.text(), f.text(), g.text(), h.text()], separator,
      terminator)
  }

  // Values of types that are the block's own.

  /// Prints two values with separators between them.
  @_disfavoredOverload
  public func print<A: CustomStringConvertible, B: CustomStringConvertible>(
    _ a: A, _ b: B, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.description, b.description], separator, terminator)
  }

  /// Prints three values with separators between them.
  @_disfavoredOverload
  public func print<
    A: CustomStringConvertible, B: CustomStringConvertible, C: CustomStringConvertible
  >(
    _ a: A, _ b: B, _ c: C, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.description, b.description, c.description], separator, terminator)
  }

  /// Prints four values with separators between them.
  @_disfavoredOverload
  public func print<
    A: CustomStringConvertible, B: CustomStringConvertible, C: CustomStringConvertible,
    D: CustomStringConvertible
  >(
    _ a: A, _ b: B, _ c: C, _ d: D, separator: String = " ", terminator: String = "\n"
  ) {
    printWords([a.description, b.description, c.description, d.description], separator, terminator)
  }

  @inline(never)
  func printWords(_ words: [String], _ separator: String, _ terminator: String) {
    var bytes: [UInt8] = []
    for (index, word) in words.enumerated() {
      if index > 0 { bytes += Array(separator.utf8) }
      bytes += Array(word.utf8)
    }
    emitText(bytes + Array(terminator.utf8))
  }
#else
  /// Prints the values as text, like Swift's own `print`, into the block's output. Every nan is
  /// written as `nan`, whatever its sign.
  /// - Parameters:
  ///   - items: any values
  ///   - separator: the text between two items
  ///   - terminator: the text after the last item
  public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    var text = items.map { String(describing: $0) }.joined(separator: separator)
    text += terminator
    emitText(Array(text.utf8))
  }

  /// Prints the values as Swift's own `debugPrint` does, into the block's output.
  /// - Parameters:
  ///   - items: any values
  ///   - separator: the text between two items
  ///   - terminator: the text after the last item
  public func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    var text = items.map { String(reflecting: $0) }.joined(separator: separator)
    text += terminator
    emitText(Array(text.utf8))
  }

  /// Prints what a value consists of, as Swift's own `dump` does, into the block's output.
  /// - Parameters:
  ///   - value: any value
  ///   - name: what stands before the value
  ///   - indent: the number of spaces before each line
  ///   - maxDepth: the number of levels that are shown
  ///   - maxItems: the number of parts that are shown
  /// - Returns: the value
  @discardableResult
  public func dump<Value>(
    _ value: Value, name: String? = nil, indent: Int = 0, maxDepth: Int = .max,
    maxItems: Int = .max
  ) -> Value {
    var text = ""
    Swift.dump(
      value, to: &text, name: name, indent: indent, maxDepth: maxDepth, maxItems: maxItems)
    emitText(Array(text.utf8))
    return value
  }
#endif
