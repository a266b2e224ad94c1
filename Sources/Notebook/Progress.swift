import Transcript

/// The last reported progress, in hundredths. A block runs on one thread.
private nonisolated(unsafe) var lastPercent = -1

/// Reports the progress of a long experiment. It is not shown in the page.
/// - Parameter fraction: from 0 to 1; values outside are clamped, and nan counts as 0
public func progress(_ fraction: Double) {
  let fraction = fraction > 0 ? min(fraction, 1) : 0
  let percent = Int(fraction * 100)
  // A loop may report every step; records are written only for new hundredths.
  guard percent != lastPercent else { return }
  lastPercent = percent
  var writer = ByteWriter()
  writer.write(Double(percent) / 100)
  emit(.progress, writer.bytes)
}

/// Reports how many steps of a long experiment are done.
/// - Parameters:
///   - step: the steps done, from 0 to `total`
///   - total: all steps, at least 1
public func progress(_ step: Int, of total: Int) {
  progress(Double(step) / Double(max(total, 1)))
}
