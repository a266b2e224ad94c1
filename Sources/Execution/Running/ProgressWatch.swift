import Synchronization
import Transcript

/// Finds progress records in a stream while it is being written.
final class ProgressWatch: Sendable {
  private struct State {
    /// The needed bytes of a record that is not yet complete.
    var pending: [UInt8] = []
    /// The number of bytes left to skip, of a record that is not needed.
    var skipped = 0
  }

  private let state = Mutex(State())
  private let onProgress: @Sendable (Double) -> Void

  /// Starts at the beginning of a stream.
  /// - Parameter onProgress: called with the fractions, from 0 to 1
  init(_ onProgress: @escaping @Sendable (Double) -> Void) { self.onProgress = onProgress }

  /// Reads the next part of the stream.
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
        // Text between records.
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

  /// Reads a record when enough of its bytes are there: first its head, then its payload.
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
