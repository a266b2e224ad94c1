import Files
import TestTurns
import Testing

@testable import Execution

/// The steps of a compilation, with tools that are shell scripts.
@Suite(.startsPrograms) struct SwiftCompilerTests {
  /// An object file that names no libraries.
  private static let object: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 129)
    bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    // The table of sections begins at 64 and has one entry, of 64 bytes: that of the names.
    (bytes[0x28], bytes[0x3A], bytes[0x3C]) = (64, 64, 1)
    // The names are one zero byte at 128.
    (bytes[64 + 0x18], bytes[64 + 0x20]) = (128, 1)
    return bytes
  }()

  /// Compiles with a frontend that is a script; the linker accepts the complete object only, and
  /// notes whether the frontend had ended.
  /// - Returns: the result, and the linker's notes
  private func compile(frontend: String) async throws -> (SwiftCompiler.Outcome, notes: String) {
    let folder = try TemporaryFolder()
    let work = folder.path + "/work"
    for name in [work, folder.path + "/engine"] { try FileAccess.makeFolder(name) }
    try FileAccess.writeAtomically(Self.object, to: folder.path + "/whole.o")
    func script(_ name: String, _ text: String) throws {
      let path = folder.path + "/" + name
      let lines = "#!/bin/sh\nwhole=\(folder.path)/whole.o notes=\(folder.path)/notes\n\(text)\n"
      try FileAccess.writeAtomically(Array(lines.utf8), to: path)
      #expect(chmod(path, 0o755) == 0)
    }
    let at = folder.path
    try script(
      "swiftc",
      """
      case "$*" in
      --version) echo "Swift version 6.3" ;;
      *-###*)
        echo "\(at)/swift-frontend -frontend -c main.swift -o x/main-1.o"
        echo "\(at)/swift-autolink-extract x/main-1.o -o x/a.autolink"
        echo "\(at)/clang x/main-1.o @x/a.autolink -o program" ;;
      *) exit 1 ;;
      esac
      """)
    try script(
      "clang", #"echo ' "\#(at)/linker" "main.o" "-lgradbook-autolinked" "-o" "program"'"#)
    try script("swift-frontend", frontend + "\necho ended >>$notes")
    try script(
      "linker",
      """
      echo linking >>$notes
      cmp -s main.o $whole || exit 1
      cp $0 program
      """)
    let toolchain = try await Toolchain.find(named: at + "/swiftc", notes: at).get()
    let compiler = SwiftCompiler(
      toolchain: toolchain, engine: EngineLibrary(folder: at + "/engine", key: "engine"),
      plans: DriverPlans(notes: at))
    let outcome = await compiler.compile("print(1)", .none, in: work)
    let notes = try? FileAccess.read(at + "/notes")
    return (outcome, String(decoding: notes ?? [], as: UTF8.self))
  }

  @Test("The object is linked as soon as it is there, before the frontend has ended")
  func early() async throws {
    let (outcome, notes) = try await compile(frontend: "cp $whole a; mv a main.o; sleep 1")
    #expect(outcome.program != nil)
    #expect(notes == "linking\nended\n")
  }

  @Test(
    "An object that is not yet whole is linked again when the frontend has ended",
    arguments: [
      (first: "head -c 20 $whole >main.o", attempts: 1),
      (first: "(cat $whole; echo more) >main.o", attempts: 2),
    ])
  func notWhole(first: String, attempts: Int) async throws {
    let (outcome, notes) = try await compile(frontend: first + "; sleep 1; cp $whole main.o")
    #expect(outcome.program != nil)
    #expect(notes == (attempts == 2 ? "linking\n" : "") + "ended\nlinking\n")
  }

  @Test("A frontend that fails after it has written an object leaves no program")
  func failed() async throws {
    let (outcome, notes) = try await compile(
      frontend: "cp $whole a; mv a main.o; sleep 1; echo ended >>$notes; exit 1")
    #expect(outcome.program == nil)
    #expect(notes.hasPrefix("linking\nended\n"))
  }
}
