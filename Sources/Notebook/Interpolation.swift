import Numerals
import Transcript

#if hasFeature(Embedded)
  // In Embedded Swift, string interpolation uses code of the standard library that would be
  // compiled again with each block, and take longer than the rest of the block. These functions
  // replace it and are compiled once.
  extension DefaultStringInterpolation {
    /// An interpolation without any text. A block's module begins its texts with it, instead of the
    /// standard library's initializer, whose code for reserving capacity is the largest part.
    @inline(never)
    public static var empty: DefaultStringInterpolation {
      // If this were visible to a block, it would call the block's own initializer, which calls
      // this.
      @export(interface) get {
        DefaultStringInterpolation(literalCapacity: 0, interpolationCount: 0)
      }
    }

    /// Appends the literal text between the values.
    @inline(never)
    public mutating func appendLiteral(_ literal: String) { write(literal) }

    /// Appends a text.
    @inline(never)
    public mutating func appendInterpolation(_ text: String) { write(text) }

    /// Appends an integer.
    @inline(never)
    public mutating func appendInterpolation(_ number: Int) { write(number.description) }

    /// Appends a number.
    @inline(never)
    public mutating func appendInterpolation(_ number: Double) { write(number.plainText) }

    /// Appends a single-precision number.
    @inline(never)
    public mutating func appendInterpolation(_ number: Float) { write(number.plainText) }

    /// Appends `true` or `false`.
    @inline(never)
    public mutating func appendInterpolation(_ truth: Bool) { write(truth ? "true" : "false") }

    /// Appends numbers in brackets.
    @inline(never)
    public mutating func appendInterpolation(_ numbers: [Double]) { write(numbers.text()) }

    /// Appends integers in brackets.
    @inline(never)
    public mutating func appendInterpolation(_ numbers: [Int]) { write(numbers.text()) }

    /// Appends a value's text.
    public mutating func appendInterpolation<Value: PrintedValue>(_ value: Value) {
      appendLiteral(value.text())
    }

    // The standard library has functions for all values that describe themselves, and the engine's code
    // refers to these: others of the same type would make the references ambiguous.

    /// Appends a value's description.
    public mutating func appendInterpolation<Value: PrintedValue & CustomStringConvertible>(
      _ value: Value
    ) {
      appendLiteral(value.text())
    }
  }

  extension String {
    /// Appends another text.
    @inline(never)
    public mutating func append(_ other: String) { write(other) }

    /// Appends another text.
    @inline(never)
    public static func += (text: inout String, other: String) { text.write(other) }

    /// Returns the concatenation of two texts.
    @inline(never)
    public static func + (first: String, second: String) -> String {
      var text = first
      text.write(second)
      return text
    }
  }
#else
  // The standard library writes the sign of nan, which differs between processors and
  // optimizations. These functions take precedence over its own.
  extension DefaultStringInterpolation {
    /// Appends a number; every nan is `nan`.
    public mutating func appendInterpolation(_ number: Double) { appendLiteral(number.plainText) }

    /// Appends a single-precision number; every nan is `nan`.
    public mutating func appendInterpolation(_ number: Float) { appendLiteral(number.plainText) }

    /// Appends a text unchanged.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Appends a part of a text unchanged.
    public mutating func appendInterpolation(_ text: Substring) { appendLiteral(String(text)) }

    /// Appends the description of any value, such as an array of numbers; every nan in it is `nan`, and a
    /// block's own types have their names alone.
    public mutating func appendInterpolation<Value>(_ value: Value) {
      appendLiteral(LocalTypeNames.shortened(String(describing: value).withoutSignsOfNaN))
    }

    /// Appends a value's description; every nan in it is `nan`, and a block's own types have their names
    /// alone.
    public mutating func appendInterpolation<Value: CustomStringConvertible>(_ value: Value) {
      appendLiteral(LocalTypeNames.shortened(value.description.withoutSignsOfNaN))
    }
  }
#endif
