import Transcript

#if hasFeature(Embedded)
  /// The host's end of the stream: the browser's or the WebAssembly runtime's.
  @_extern(c, "gradbook_emit")
  private func hostEmit(_ kind: UInt32, _ bytes: UnsafePointer<UInt8>?, _ count: UInt32)

  /// Hands one record to whoever runs the block.
  func emit(_ kind: RecordKind, _ payload: [UInt8]) {
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

  /// Writes one record to standard output and sends it off, so that a trap loses nothing.
  /// What a block writes past the notebook goes through the same buffer, so the order holds.
  func emit(_ kind: RecordKind, _ payload: [UInt8]) {
    var record = ByteWriter()
    record.write(0 as UInt8)
    record.write(kind.rawValue)
    record.write(UInt32(payload.count))
    fwrite(record.bytes, 1, record.bytes.count, stdout)
    fwrite(payload, 1, payload.count, stdout)
    fflush(stdout)
  }
#endif
