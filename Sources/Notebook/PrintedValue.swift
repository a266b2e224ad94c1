#if hasFeature(Embedded)
  import GradientDescent
  import Numerals

  /// A value whose text is made here. That of a number by the standard library is code which each block
  /// that prints one among others would have to hold.
  public protocol PrintedValue: CustomStringConvertible {
    /// The same as `description`, but every nan is `nan`.
    func text() -> String
  }

  extension Int: PrintedValue {
    /// The same as `description`.
    @inline(never)
    public func text() -> String { description }
  }

  extension Double: PrintedValue {
    /// The same as `description`; every nan is `nan`.
    @inline(never)
    public func text() -> String { plainText }
  }

  extension Float: PrintedValue {
    /// The same as `description`; every nan is `nan`.
    @inline(never)
    public func text() -> String { plainText }
  }

  extension Bool: PrintedValue {
    /// The same as `description`.
    @inline(never)
    public func text() -> String { description }
  }

  extension String: PrintedValue {
    /// The text itself.
    public func text() -> String { self }
  }

  extension NDArray: PrintedValue {
    /// The same as `description`.
    public func text() -> String { description }
  }
#endif
