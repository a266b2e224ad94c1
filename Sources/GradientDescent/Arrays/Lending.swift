extension Array where Element: AnyObject {
  /// Hands on the object at a place without counting who holds it: the list does.
  /// - Parameter body: must not take the object out of the list
  @inline(__always)
  func lend<Result>(_ place: Int, to body: (Element) -> Result) -> Result {
    Unmanaged.passUnretained(self[place])._withUnsafeGuaranteedRef(body)
  }
}
