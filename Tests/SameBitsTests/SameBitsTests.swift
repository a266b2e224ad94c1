import Foundation
import Testing

/// The program under Program/ computes with all of the engine's kernels and prints what the bits were.
/// The block under Block/, which it runs last, prints texts with values in them. Whatever both are
/// compiled for, they have to print the recorded lines.
///
/// Each program takes the compiler a minute or more on one core. So the lines of the one for any machine of
/// this kind are recorded: `GRADBOOK_RECORD=1` writes them anew, after a change that is meant to change bits.
@Suite(.timeLimit(.minutes(20)))
struct SameBitsTests {
  private static let isRecording = ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] == "1"
  private static let record = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("lines.txt")

  @Test(
    "what the engine computes has the recorded bits, in the widest vector registers that there are")
  func native() async throws {
    if Self.isRecording {
      let lines = try await ComparedProgram.native("plain").lines()
      try lines.joined(separator: "\n").write(to: Self.record, atomically: true, encoding: .utf8)
    }
    let width = Width.widest
    try compare(try await ComparedProgram.native(width.level, width.options).lines())
  }

  @Test(
    "what the engine computes and blocks print has the recorded bits as WebAssembly",
    .enabled(
      if: Toolchain.has("wasmkit") && Toolchain.has("wasm-ld"),
      "the toolchain has no wasmkit to run WebAssembly with"))
  func webAssembly() async throws { try compare(try await ComparedProgram.wasm().lines()) }

  private func compare(_ lines: [String]) throws {
    let recorded = try String(contentsOf: Self.record, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(recorded.count > 100)
    #expect(lines.count == recorded.count)
    for (line, expected) in zip(lines, recorded) { #expect(line == expected) }
  }
}

/// Vector registers of a machine.
private struct Width {
  var level: String
  var options: [String]

  /// The widest that the engine has code for and this machine has.
  static let widest: Width = {
    let machine = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    guard machine?.contains(" avx2 ") ?? false else { return Width(level: "plain", options: []) }
    let level = machine?.contains(" avx512vl ") ?? false ? "x86-64-v4" : "x86-64-v3"
    return Width(level: level, options: ["-Xcc", "-march=" + level, "-D", "AVX2"])
  }()
}
