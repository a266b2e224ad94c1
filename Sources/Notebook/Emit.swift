import Transcript

/// What the block has put out so far. A block runs on one thread.
nonisolated(unsafe) var tally = OutputTally()

/// Hands one record to whoever runs the block, unless the records become too many.
func emit(_ kind: RecordKind, _ payload: [UInt8]) {
  demand(tally.count(.bytes, by: payload.count + 6))
  send(kind, payload)
}

#if hasFeature(Embedded)
  /// The host's end of the stream: the browser's or the WebAssembly runtime's.
  @_extern(c, "gradbook_emit")
  private func hostEmit(_ kind: UInt32, _ bytes: UnsafePointer<UInt8>?, _ count: UInt32)

  /// Hands one record to whoever runs the block, however many there are.
  func send(_ kind: RecordKind, _ payload: [UInt8]) {
    payload.withUnsafeBufferPointer {
      hostEmit(UInt32(kind.rawValue), $0.baseAddress, UInt32($0.count))
    }
  }
#else
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Writes one record to standard output at once, so that a trap loses nothing. What a block writes
  /// past the notebook, through C's buffers, is sent off before it, so that the order holds.
  func send(_ kind: RecordKind, _ payload: [UInt8]) {
    var record = ByteWriter()
    record.write(0 as UInt8)
    record.write(kind.rawValue)
    record.write(UInt32(payload.count))
    let bytes = record.bytes + payload
    fflush(nil)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(1, $0.baseAddress?.advanced(by: sent), $0.count - sent)
      }
      if count < 0 && errno == EINTR { continue }
      // Nobody reads any more: there is nothing left to tell.
      if count <= 0 { return }
      sent += count
    }
  }
#endif
