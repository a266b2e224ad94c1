#if hasFeature(Embedded)
  /// Prints an empty line.
  public func print() { emit(.text, [0x0A]) }

  /// Prints a text and a newline.
  public func print(_ text: String) { emit(.text, Array(text.utf8) + [0x0A]) }

  /// Prints a value and a newline.
  public func print<A: CustomStringConvertible>(_ a: A) { print(a.description) }

  /// Prints two values with a space between them, and a newline.
  public func print<A: CustomStringConvertible, B: CustomStringConvertible>(_ a: A, _ b: B) {
    print(a.description + " " + b.description)
  }

  /// Prints three values with spaces between them, and a newline.
  public func print<
    A: CustomStringConvertible, B: CustomStringConvertible, C: CustomStringConvertible
  >(_ a: A, _ b: B, _ c: C) {
    print(a.description + " " + b.description, c)
  }

  /// Prints four values with spaces between them, and a newline.
  public func print<
    A: CustomStringConvertible, B: CustomStringConvertible, C: CustomStringConvertible,
    D: CustomStringConvertible
  >(_ a: A, _ b: B, _ c: C, _ d: D) {
    print(a.description + " " + b.description, c, d)
  }
#else
  /// Prints the values as text, as Swift's own `print` does, into the block's output.
  /// - Parameters:
  ///   - items: anything
  ///   - separator: what stands between two items
  ///   - terminator: what stands after the last one
  public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    var text = items.map { String(describing: $0) }.joined(separator: separator)
    text += terminator
    emit(.text, Array(text.utf8))
  }
#endif
