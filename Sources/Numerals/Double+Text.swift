// The most common number formats for blocks.
extension Double {
  /// Returns the number with a given number of digits after the point, as C's `%.6f`: `0.200000`.
  /// - Parameter decimals: at least 0
  public func fixed(_ decimals: Int) -> String {
    NumberFormat.fixed(decimals: max(decimals, 0)).text(self)
  }

  /// Returns the number in scientific notation, as C's `%.4e`: `4.8941e-05`.
  /// - Parameter decimals: the digits after the point, at least 0
  public func scientific(_ decimals: Int) -> String {
    NumberFormat.scientific(decimals: max(decimals, 0)).text(self)
  }

  /// Returns the number with at most the given number of significant digits, as C's `%.6g`:
  /// `4.20143`.
  /// - Parameter digits: at least 1
  public func general(_ digits: Int) -> String {
    NumberFormat.general(digits: digits).text(self)
  }
}
