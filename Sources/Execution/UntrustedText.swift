import BookModel

/// Parsers for the output of other programs, for tests with arbitrary bytes. They run nothing.
public enum UntrustedText {
  /// Returns the outputs in what a block wrote to standard output. Never fails.
  public static func outputs(inTranscript bytes: [UInt8]) -> [Output] {
    TranscriptReader(bytes).outputs
  }

  /// Returns the compiler's messages about a file, each note after the message that it belongs to.
  /// - Parameters:
  ///   - bytes: the compiler's output in the style `llvm`
  ///   - file: the compiler's name for the author's code
  public static func messages(inCompilerOutput bytes: [UInt8], file: String) -> [String] {
    CompilerMessage.diagnostics(CompilerMessage.messages(in: bytes, file: file))
      .flatMap { [$0.message] + $0.notes.map(\.message) }
  }
}
