import Numerals
import Transcript

/// Emits printed bytes as far as the limits allow; every nan in them is written as `nan`.
@inline(never)
func emitText(_ printed: [UInt8]) {
  let bytes = SignsOfNaN.removed(from: printed)
  let (allowed, excess) = tally.count(text: bytes)
  emit(.text, allowed < bytes.count ? [UInt8](bytes.prefix(allowed)) : bytes)
  demand(excess)
}

#if hasFeature(Embedded)
  // Texts are concatenated here, out of line: otherwise generic code of the standard library would
  // be compiled again with each block.

  /// Prints an empty line.
  public func print() { emitText([0x0A]) }

  /// Prints a text and a newline.
  @inline(never)
  public func print(_ text: String) { emitText(Array(text.utf8) + [0x0A]) }

  /// Prints an integer and a newline.
  @inline(never)
  public func print(_ number: Int) { print(number.description) }

  /// Prints a number and a newline.
  @inline(never)
  public func print(_ number: Double) { print(number.plainText) }

  /// Prints a value and a newline.
  public func print<A: CustomStringConvertible>(_ a: A) { print(a.description) }

  /// Prints two values with a space between them, and a newline.
  public func print<A: CustomStringConvertible, B: CustomStringConvertible>(_ a: A, _ b: B) {
    printWords(a.description, b.description)
  }

  /// Prints three values with spaces between them, and a newline.
  public func print<
    A: CustomStringConvertible, B: CustomStringConvertible, C: CustomStringConvertible
  >(_ a: A, _ b: B, _ c: C) {
    printWords(a.description, b.description, c.description)
  }

  /// Prints four values with spaces between them, and a newline.
  public func print<
    A: CustomStringConvertible, B: CustomStringConvertible, C: CustomStringConvertible,
    D: CustomStringConvertible
  >(_ a: A, _ b: B, _ c: C, _ d: D) {
    printWords(a.description, b.description, c.description, d.description)
  }

  // Overloads for values whose text is made in this module; they take precedence.

  /// Prints a value and a newline.
  public func print<A: PrintedValue>(_ a: A) { print(a.text()) }

  /// Prints two values with a space between them, and a newline.
  public func print<A: PrintedValue, B: PrintedValue>(_ a: A, _ b: B) {
    printWords(a.text(), b.text())
  }

  /// Prints three values with spaces between them, and a newline.
  public func print<A: PrintedValue, B: PrintedValue, C: PrintedValue>(_ a: A, _ b: B, _ c: C) {
    printWords(a.text(), b.text(), c.text())
  }

  /// Prints four values with spaces between them, and a newline.
  public func print<A: PrintedValue, B: PrintedValue, C: PrintedValue, D: PrintedValue>(
    _ a: A, _ b: B, _ c: C, _ d: D
  ) {
    printWords(a.text(), b.text(), c.text(), d.text())
  }

  @inline(never)
  func printWords(_ a: String, _ b: String, _ c: String? = nil, _ d: String? = nil) {
    var bytes = Array(a.utf8) + [0x20] + Array(b.utf8)
    if let c { bytes += [0x20] + Array(c.utf8) }
    if let d { bytes += [0x20] + Array(d.utf8) }
    emitText(bytes + [0x0A])
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
#endif
