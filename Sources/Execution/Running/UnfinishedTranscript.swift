import BookModel
import Synchronization

/// The outputs so far of an experiment that is still running. Of the two programs that race, the one
/// that has written more counts.
public final class UnfinishedTranscript: Sendable {
  private let streams = Mutex<[Bool: [UInt8]]>([:])

  /// Makes an empty transcript.
  public init() {}

  /// Adds a part.
  public func add(_ part: TranscriptPart) {
    streams.withLock { $0[part.isOptimized, default: []] += part.bytes }
  }

  /// Begins anew: the experiment runs again, with a knob turned.
  public func clear() { streams.withLock { $0 = [:] } }

  /// The outputs; one that is not complete is left out.
  public var outputs: [Output] {
    let bytes = streams.withLock { streams in
      streams.values.max { $0.count < $1.count } ?? []
    }
    return TranscriptReader(bytes, isCut: true).outputs
  }
}
