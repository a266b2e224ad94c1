#if hasFeature(Embedded)
  /// Takes a piece for the page.
  @_extern(c, "gradbook_emit_drawn")
  private func emitDrawn(_ kind: UInt32, _ bytes: UnsafePointer<UInt8>?, _ count: UInt32)

  /// Draws the outputs of a run that has ended, for the page.
  /// - Parameters:
  ///   - transcript: the bytes that the run wrote
  ///   - input: what the page said when it asked for the run
  @_cdecl("gradbook_draw")
  public func draw(
    _ transcript: UnsafePointer<UInt8>?, _ count: UInt32, _ input: UnsafePointer<UInt8>?,
    _ inputCount: UInt32
  ) {
    let redraw = LiveRedraw(
      transcript: Array(UnsafeBufferPointer(start: transcript, count: Int(count))),
      input: Array(UnsafeBufferPointer(start: input, count: Int(inputCount))))
    redraw.send { kind, bytes in
      bytes.withUnsafeBufferPointer {
        emitDrawn(kind.rawValue, $0.baseAddress, UInt32($0.count))
      }
    }
  }
#endif
