import Files
import TestTurns
import Testing

@testable import Execution

@Suite(.startsPrograms) struct ToolchainTests {
  /// A compiler that is a shell script.
  private func stub(_ script: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/swiftc"
    try FileAccess.writeAtomically(Array("#!/bin/sh\n\(script)\n".utf8), to: path)
    #expect(chmod(path, 0o755) == 0)
    return path
  }

  @Test("A compiler that is not there is named, and every experiment says that it did not run")
  func missing() async {
    let run = await Executor.testing(compiler: "/nowhere/swiftc")
      .run(chapter(.experiment("a", "print(1)")))
    #expect(
      run.diagnostics.map(\.description) == [
        """
        error: found no Swift compiler at '/nowhere/swiftc', which GRADBOOK_SWIFTC names
          hint: let GRADBOOK_SWIFTC name the swiftc of a Swift 6.3 toolchain, or unset it
        """
      ])
    let failure = run.results["a"]?.failure
    #expect(failure?.range?.start.line == 11)
    #expect(failure?.message.hasPrefix("not run: found no Swift compiler") == true)
  }

  @Test("A compiler that hangs, or that ends with a status, is not waited for and not believed")
  func unusable() async throws {
    let folder = try TemporaryFolder()
    let hanging = try stub("sleep 30 & sleep 30", in: folder)
    let hung = await Toolchain.find(named: hanging, notes: folder.path, timeLimit: 0.3)
    #expect(
      hung
        == .failure(
          .unusable(path: hanging, reason: "no answer to '--version' within 0 s")))
    let failing = try stub("exit 3", in: folder)
    let failed = await Toolchain.find(named: failing, notes: folder.path, timeLimit: 600)
    #expect(
      failed == .failure(.unusable(path: failing, reason: "'--version' ended with status 3")))
  }

  @Test("The version is asked for once, and again when the compiler changes")
  func version() async throws {
    let folder = try TemporaryFolder()
    let path = try stub("echo run >> \(folder.path)/log; echo one", in: folder)
    for _ in 0..<2 {
      let found = await Toolchain.find(named: path, notes: folder.path, timeLimit: 600)
      #expect(try found.get().version == "one\n")
    }
    #expect(try FileAccess.read(folder.path + "/log") == Array("run\n".utf8))
    _ = try stub("echo two", in: folder)
    #expect(
      try await Toolchain.find(named: path, notes: folder.path, timeLimit: 600).get().version
        == "two\n")
  }
}
