import Foundation
import Testing

/// The program under Program/ computes with all of the engine's kernels and prints what the bits were.
/// The block under Block/, which it runs last, prints texts with values in them. Whatever both are
/// compiled for, they have to print the same lines.
///
/// Each of the programs takes the compiler a minute or more on one core, so they are compiled side by side.
@Suite(.timeLimit(.minutes(10)))
struct SameBitsTests {
  private static let native = Task { try await ComparedProgram.native("plain").lines() }

  @Test(
    "what the engine computes has the same bits in wider vector registers", arguments: Width.all)
  func vectors(width: Width) async throws {
    guard width.isThere else {
      // Nothing to compare: this machine could not run it.
      print("skipped: this machine has no \(width.level)")
      return
    }
    async let native = Self.native.value
    let wide = try await ComparedProgram.native(width.level, width.options).lines()
    try compare(wide, await native)
  }

  @Test(
    "what the engine computes and blocks print is the same as WebAssembly",
    .enabled(
      if: Toolchain.has("wasmkit") && Toolchain.has("wasm-ld"),
      "the toolchain has no wasmkit to run WebAssembly with"))
  func webAssembly() async throws {
    async let native = Self.native.value
    let wasm = try await ComparedProgram.wasm().lines()
    try compare(wasm, await native)
  }

  private func compare(_ lines: [String], _ native: [String]) throws {
    try #require(native.count > 100)
    #expect(lines.count == native.count)
    for (line, expected) in zip(lines, native) { #expect(line == expected) }
  }
}

/// Vector registers wider than those that every machine of the kind has.
struct Width: Sendable, CustomTestStringConvertible {
  var level: String
  var flag: String
  var condition: String

  static let all = [
    Width(level: "x86-64-v3", flag: "avx2", condition: "AVX2")
  ]

  var options: [String] { ["-Xcc", "-march=" + level, "-D", condition] }

  var isThere: Bool {
    let machine = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    return machine?.contains(" " + flag + " ") ?? false
  }

  var testDescription: String { level }
}
