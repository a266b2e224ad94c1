import Numerals

#if hasFeature(Embedded)
  // Here a text with interpolated values is put together by code of the standard library, which would be
  // compiled anew with each block, and take longer than all else in it. These functions stand in its
  // place, compiled once.
  extension DefaultStringInterpolation {
    /// A text with nothing in it yet. A block's module begins its texts with this, in place of the standard
    /// library's initializer, whose code for keeping room is the largest part.
    @inline(never)
    public static var empty: DefaultStringInterpolation {
      // Seen by a block, this would be its own initializer, which asks for this.
      @export(interface) get {
        DefaultStringInterpolation(literalCapacity: 0, interpolationCount: 0)
      }
    }

    /// Adds what stands between the values.
    @inline(never)
    public mutating func appendLiteral(_ literal: String) { write(literal) }

    /// Adds a text.
    @inline(never)
    public mutating func appendInterpolation(_ text: String) { write(text) }

    /// Adds a whole number.
    @inline(never)
    public mutating func appendInterpolation(_ number: Int) { write(number.description) }

    /// Adds a number.
    @inline(never)
    public mutating func appendInterpolation(_ number: Double) { write(number.plainText) }

    /// Adds a number of single precision.
    @inline(never)
    public mutating func appendInterpolation(_ number: Float) { write(number.plainText) }

    /// Adds `true` or `false`.
    @inline(never)
    public mutating func appendInterpolation(_ truth: Bool) { write(truth ? "true" : "false") }

    /// Adds a value's description.
    public mutating func appendInterpolation<Value: CustomStringConvertible>(_ value: Value) {
      appendLiteral(value.description)
    }

    /// Adds a value's description: of one that could also write itself, which comes to the same.
    public mutating func appendInterpolation<Value: TextOutputStreamable & CustomStringConvertible>(
      _ value: Value
    ) {
      appendLiteral(value.description)
    }
  }

  extension String {
    /// Puts another text behind this one.
    @inline(never)
    public mutating func append(_ other: String) { write(other) }

    /// Puts another text behind this one.
    @inline(never)
    public static func += (text: inout String, other: String) { text.write(other) }

    /// One text and another behind it.
    @inline(never)
    public static func + (first: String, second: String) -> String {
      var text = first
      text.write(second)
      return text
    }
  }
#else
  // The standard library writes the sign of nan, which differs between processors and optimizations.
  // These functions go before its own of the same form.
  extension DefaultStringInterpolation {
    /// Adds a number; every nan is `nan`.
    public mutating func appendInterpolation(_ number: Double) { appendLiteral(number.plainText) }

    /// Adds a number of single precision; every nan is `nan`.
    public mutating func appendInterpolation(_ number: Float) { appendLiteral(number.plainText) }

    /// Adds a text as it is.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Adds a part of a text as it is.
    public mutating func appendInterpolation(_ text: Substring) { appendLiteral(String(text)) }

    /// Adds any value's text, such as that of a list of numbers; every nan in it is `nan`.
    public mutating func appendInterpolation<Value>(_ value: Value) {
      appendLiteral(String(describing: value).withoutSignsOfNaN)
    }

    /// Adds any value's text; every nan in it is `nan`.
    public mutating func appendInterpolation<Value: CustomStringConvertible>(_ value: Value) {
      appendLiteral(value.description.withoutSignsOfNaN)
    }
  }
#endif
