// The ways in which blocks most often write a number.
extension Double {
  /// The number with a given number of digits after the point, as C's `%.6f`: `0.200000`.
  /// - Parameter decimals: at least 0
  public func fixed(_ decimals: Int) -> String {
    NumberFormat.fixed(decimals: max(decimals, 0)).text(self)
  }

  /// The number as a power of ten times a number below ten, as C's `%.4e`: `4.8941e-05`.
  /// - Parameter decimals: the digits after the point, at least 0
  public func scientific(_ decimals: Int) -> String {
    NumberFormat.scientific(decimals: max(decimals, 0)).text(self)
  }

  /// The number with at most that many significant digits, as C's `%.6g`: `4.20143`.
  /// - Parameter digits: at least 1
  public func general(_ digits: Int) -> String {
    NumberFormat.general(digits: digits).text(self)
  }
}
