import BookModel

/// What other programs wrote, read without running anything: for tests with arbitrary bytes.
public enum UntrustedText {
  /// The outputs in what a block wrote to standard output. Reading never fails.
  public static func outputs(inTranscript bytes: [UInt8]) -> [Output] {
    TranscriptReader(bytes).outputs
  }

  /// What the compiler says of a file, each note after the message that it belongs to.
  /// - Parameters:
  ///   - bytes: what it wrote in the style `llvm`
  ///   - file: the name by which it calls the author's code
  public static func messages(inCompilerOutput bytes: [UInt8], file: String) -> [String] {
    CompilerMessage.diagnostics(CompilerMessage.messages(in: bytes, file: file))
      .flatMap { [$0.message] + $0.notes.map(\.message) }
  }
}
