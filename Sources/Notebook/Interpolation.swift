#if hasFeature(Embedded)
  // Here a text with interpolated values is put together by generic code of the standard library, which
  // would be compiled anew with each block, and take longer than all else in it. These functions
  // stand in its place, compiled once.
  extension DefaultStringInterpolation {
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
    public mutating func appendInterpolation(_ number: Double) { write(number.description) }

    /// Adds `true` or `false`.
    @inline(never)
    public mutating func appendInterpolation(_ truth: Bool) { write(truth ? "true" : "false") }
  }
#endif
