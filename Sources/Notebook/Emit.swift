import Transcript

/// The counts of the block's outputs so far. A block runs on one thread.
nonisolated(unsafe) var tally = OutputTally()

/// Sends one record to the process that runs the block, or stops at the limit of all records.
func emit(_ kind: RecordKind, _ payload: [UInt8]) {
  demand(tally.count(.bytes, by: payload.count + 6))
  send(kind, payload)
}

#if hasFeature(Embedded)
  /// The host's end of the stream: the browser's or the WebAssembly runtime's.
  @_extern(c, "gradbook_emit")
  private func hostEmit(_ kind: UInt32, _ bytes: UnsafePointer<UInt8>?, _ count: UInt32)

  /// Sends one record to the host, without counting it.
  func send(_ kind: RecordKind, _ payload: [UInt8]) {
    payload.withUnsafeBufferPointer {
      hostEmit(UInt32(kind.rawValue), $0.baseAddress, UInt32($0.count))
    }
  }
#else
  internal import HostSystem

  /// Writes one record to standard output at once, so that a trap loses nothing.
  func send(_ kind: RecordKind, _ payload: [UInt8]) {
    var record = ByteWriter()
    record.write(0 as UInt8)
    record.write(kind.rawValue)
    record.write(UInt32(payload.count))
    writeToStandardOutput(record.bytes + payload)
  }
#endif
