import Synchronization
import Transcript

/// Looks for records of progress in a stream that is still being written.
final class ProgressWatch: Sendable {
  private struct State {
    /// The bytes of a record whose end has not come yet, as far as they are needed.
    var pending: [UInt8] = []
    /// The bytes to pass over, of a record that is not looked at.
    var skipped = 0
  }

  private let state = Mutex(State())
  private let onProgress: @Sendable (Double) -> Void

  /// A watch at the start of a stream.
  /// - Parameter onProgress: told each fraction, from 0 to 1
  init(_ onProgress: @escaping @Sendable (Double) -> Void) { self.onProgress = onProgress }

  /// Takes the next piece of the stream.
  func take(_ bytes: [UInt8]) {
    let found = state.withLock { state in Self.fractions(in: bytes, &state) }
    if let last = found.last { onProgress(last) }
  }

  private static func fractions(in bytes: [UInt8], _ state: inout State) -> [Double] {
    var found: [Double] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      if state.skipped > 0 {
        let count = min(state.skipped, rest.count)
        rest = rest.dropFirst(count)
        state.skipped -= count
      } else if state.pending.isEmpty {
        // Text outside of records.
        guard let start = rest.firstIndex(of: 0) else { break }
        rest = rest[(start + 1)...]
        state.pending = [0]
      } else {
        state.pending.append(rest.removeFirst())
        takeRecord(&state, &found)
      }
    }
    return found
  }

  /// Looks at the bytes of a record when enough of them have come: its head, then its payload.
  private static func takeRecord(_ state: inout State, _ found: inout [Double]) {
    guard state.pending.count >= 6 else { return }
    let isProgress = state.pending[1] == RecordKind.progress.rawValue
    let length = (0..<4).reduce(0) { $0 | Int(state.pending[2 + $1]) << (8 * $1) }
    if !isProgress || length != 8 {
      state.skipped = length
      state.pending = []
    } else if state.pending.count == 14 {
      var reader = ByteReader(Array(state.pending[6...]))
      if let fraction = try? reader.double(), (0...1).contains(fraction) { found.append(fraction) }
      state.pending = []
    }
  }
}
