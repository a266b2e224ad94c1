extension Unmanaged {
  /// Hands an object on without counting who holds it: somebody else must do so all the while.
  @inline(__always)
  func lend<Result>(to body: (Instance) -> Result) -> Result { _withUnsafeGuaranteedRef(body) }
}
