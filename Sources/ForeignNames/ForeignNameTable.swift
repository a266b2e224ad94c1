// A line for each name: what it is called there, what it is called here, and how the two differ where
// that is not plain. A name of ours that does not exist makes a test fail.
extension ForeignName {
  /// All foreign names, by framework and in the order of the book.
  public static let table: [ForeignName] = pyTorch + gluon + numPy + optax + keras + matplotlib

  /// The difference of losses that do not reduce, as Gluon's do not.
  static let perExample = "one value for each example: `.mean()`"
}
