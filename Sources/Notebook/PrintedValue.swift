#if hasFeature(Embedded)
  import GradientDescent
  import Numerals

  /// A value whose text is made in this module. The standard library's code for the text of a
  /// number would otherwise be part of each block that prints one among other values.
  public protocol PrintedValue: CustomStringConvertible {
    /// Returns the same as `description`, but every nan is `nan`.
    func text() -> String
  }

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
    public func text() -> String { description }
  }

  extension String: PrintedValue {
    /// Returns the text itself.
    public func text() -> String { self }
  }

  extension NDArray: PrintedValue {
    /// Returns the same as `description`.
    public func text() -> String { description }
  }
#endif
