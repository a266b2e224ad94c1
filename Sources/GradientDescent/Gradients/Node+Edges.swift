// The edges. An operation that was recorded keeps what it read until the next one takes its place on
// the tape: in a steady step that is the same operation of the same nodes, and nothing changes.
extension Node {
  /// Notes what the operation read.
  @inline(__always)
  func setInputs(_ first: Node, _ second: Node?, _ third: Node?) {
    let old = body.pointee.inputs
    if old.0 == first && old.1 == second && old.2 == third { return }
    replaceInputs(first, second, third)
  }

  @inline(never)
  private func replaceInputs(_ first: Node, _ second: Node?, _ third: Node?) {
    first.body.pointee.readers &+= 1
    if let second { second.body.pointee.readers &+= 1 }
    if let third { third.body.pointee.readers &+= 1 }
    releaseInputs()
    body.pointee.inputs = (first, second, third)
  }

  /// Lets go of what the operation read.
  func releaseInputs() {
    let inputs = body.pointee.inputs
    body.pointee.inputs = (nil, nil, nil)
    inputs.0?.loseReader()
    inputs.1?.loseReader()
    inputs.2?.loseReader()
  }

  private func loseReader() {
    body.pointee.readers &-= 1
    if body.pointee.readers == 0 && !body.pointee.isOwned { deallocate() }
  }
}
