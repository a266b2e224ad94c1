import Transcript

/// What was last told of the progress, in hundredths. A block runs on one thread.
private nonisolated(unsafe) var lastPercent = -1

/// Tells whoever waits for a long experiment how much of it is done. It never shows in the page.
/// - Parameter fraction: from 0 to 1; what lies outside counts as the nearer end
public func progress(_ fraction: Double) {
  let fraction = fraction > 0 ? min(fraction, 1) : 0
  let percent = Int(fraction * 100)
  // A loop may tell of every step; the output is for what matters.
  guard percent != lastPercent else { return }
  lastPercent = percent
  var writer = ByteWriter()
  writer.write(Double(percent) / 100)
  emit(.progress, writer.bytes)
}

/// Tells whoever waits for a long experiment how many of its steps are done.
/// - Parameters:
///   - step: the steps done, from 0 to `total`
///   - total: all steps, at least 1
public func progress(_ step: Int, of total: Int) {
  progress(Double(step) / Double(max(total, 1)))
}
