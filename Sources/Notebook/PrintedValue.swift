#if hasFeature(Embedded)
  import GradientDescent
  import Numerals

  /// A value whose text is made here. In Embedded Swift, arrays and optional values have no description,
  /// and the standard library's code for the text of a number would be part of each block that prints
  /// one among other values.
  public protocol PrintedValue {
    /// Returns the text that `print` writes and that stands in other texts; every nan is `nan`.
    func text() -> String
    /// Returns the text within an array or an optional value.
    func textInside() -> String
  }

  extension PrintedValue {
    /// Returns the same as `text()`.
    public func textInside() -> String { text() }
  }

  extension PrintedValue where Self: CustomStringConvertible {
    /// Returns the same as `description`.
    public func text() -> String { description }
  }

  // MARK: The standard library's values

  extension Int: PrintedValue {
    /// Returns the same as `description`.
    @inline(never)
    public func text() -> String { description }
  }

  extension Double: PrintedValue {
    /// Returns the same as `description`, but every nan is `nan`.
    @inline(never)
    public func text() -> String { plainText }
  }

  extension Float: PrintedValue {
    /// Returns the same as `description`, but every nan is `nan`.
    @inline(never)
    public func text() -> String { plainText }
  }

  extension Bool: PrintedValue {
    /// Returns the same as `description`.
    @inline(never)
    public func text() -> String { self ? "true" : "false" }
  }

  extension String: PrintedValue {
    /// Returns the text itself.
    public func text() -> String { self }

    /// Returns the text in quotation marks.
    @inline(never)
    public func textInside() -> String { debugDescription }
  }

  extension UInt: PrintedValue {}
  extension UInt8: PrintedValue {}
  extension UInt32: PrintedValue {}
  extension UInt64: PrintedValue {}
  extension Int8: PrintedValue {}
  extension Int32: PrintedValue {}
  extension Int64: PrintedValue {}

  extension Optional: PrintedValue where Wrapped: PrintedValue {
    /// Returns `nil`, or the value's text in parentheses.
    public func text() -> String {
      guard let self else { return "nil" }
      return "Optional(" + self.textInside() + ")"
    }
  }

  extension Array: PrintedValue where Element: PrintedValue {
    /// Returns the elements' texts in brackets.
    public func text() -> String { listed(self) }
  }

  extension ArraySlice: PrintedValue where Element: PrintedValue {
    /// Returns the elements' texts in brackets.
    public func text() -> String { listed(self) }
  }

  extension ClosedRange: PrintedValue where Bound: PrintedValue {
    /// Returns both bounds.
    public func text() -> String { lowerBound.text() + "..." + upperBound.text() }
    /// Returns both bounds, with the type.
    public func textInside() -> String {
      "ClosedRange(" + lowerBound.textInside() + "..." + upperBound.textInside() + ")"
    }
  }

  extension Range: PrintedValue where Bound: PrintedValue {
    /// Returns both bounds.
    public func text() -> String { lowerBound.text() + "..<" + upperBound.text() }
    /// Returns both bounds, with the type.
    public func textInside() -> String {
      "Range(" + lowerBound.textInside() + "..<" + upperBound.textInside() + ")"
    }
  }

  private func listed(_ elements: some Sequence<some PrintedValue>) -> String {
    var text = "["
    var isFirst = true
    for element in elements {
      if !isFirst { text += ", " }
      isFirst = false
      text += element.textInside()
    }
    text += "]"
    return text
  }

  // MARK: The engine's values

  extension NDArray: PrintedValue {}
  extension Shape: PrintedValue {}
  extension DType: PrintedValue {}
  extension GradientCheck: PrintedValue {}
  extension Iterate: PrintedValue {}
  extension Trajectory: PrintedValue {}
  extension OptimizerState: PrintedValue {}
  extension LayerState: PrintedValue {}
  extension Sequential: PrintedValue {}
  extension Activation: PrintedValue {}
  extension AvgPool2D: PrintedValue {}
  extension BatchNorm: PrintedValue {}
  extension Conv2D: PrintedValue {}
  extension Dense: PrintedValue {}
  extension Dropout: PrintedValue {}
  extension Embedding: PrintedValue {}
  extension Flatten: PrintedValue {}
  extension GlobalAvgPool2D: PrintedValue {}
  extension LayerNorm: PrintedValue {}
  extension MaxPool2D: PrintedValue {}
  extension GELU: PrintedValue {}
  extension LeakyReLU: PrintedValue {}
  extension ReLU: PrintedValue {}
  extension Sigmoid: PrintedValue {}
  extension Softmax: PrintedValue {}
  extension Tanh: PrintedValue {}

  extension CycleShape: PrintedValue {
    /// Returns the case's name.
    public func text() -> String {
      switch self {
      case .cosine: "cosine"
      case .linear: "linear"
      }
    }

    /// Returns the case's full name.
    public func textInside() -> String { "GradientDescent.CycleShape." + text() }
  }

  extension ConjugateGradientFormula: PrintedValue {
    /// Returns the case's name.
    public func text() -> String {
      switch self {
      case .fletcherReeves: "fletcherReeves"
      case .polakRibiere: "polakRibiere"
      }
    }

    /// Returns the case's full name.
    public func textInside() -> String { "GradientDescent.ConjugateGradientFormula." + text() }
  }
#endif
