import Files
import Testing

@testable import Execution

@Suite struct InstructionSetTests {
  private func processors(_ flags: String...) -> String {
    flags.map { "processor\t: 0\nflags\t\t: fpu sse2 \($0)\nbugs\t\t:\n" }.joined(separator: "\n")
  }

  @Test("An instruction set is for machines all of whose processors have what it needs")
  func features() throws {
    let set = try #require(InstructionSet.all.first { $0.name == "x86-64-v3" })
    let all = "avx avx2 bmi1 bmi2 f16c fma abm movbe xsave"
    #expect(set.runs(onProcessorsIn: processors(all)))
    #expect(set.runs(onProcessorsIn: processors(all, all + " avx512f")))
    #expect(!set.runs(onProcessorsIn: processors(all, "avx bmi1")))
    #expect(
      !set.runs(onProcessorsIn: processors("avx avx2x bmi1 bmi2 f16c fma abm movbe xsave")))
    #expect(!set.runs(onProcessorsIn: ""))
    let wide = try #require(InstructionSet.all.first { $0.name == "x86-64-v4" })
    let parts = " avx512f avx512bw avx512cd avx512dq"
    #expect(wide.runs(onProcessorsIn: processors(all + parts + " avx512vl")))
    #expect(!wide.runs(onProcessorsIn: processors(all + parts)))
  }

  @Test("An engine for other instructions is another engine, and a damaged one is noticed")
  func libraries() async throws {
    let folder = try TemporaryFolder()
    let toolchain = try await Toolchain.find(
      named: nil, notes: folder.path, timeLimit: 600
    ).get()
    let sources = try #require(EngineSources(package: TestEngine.package))
    var build = EngineBuild(
      toolchain: toolchain, sources: sources, engines: folder.path, toolchainNotes: folder.path)
    let usual = build.key
    build.instructionSet = nil
    #expect((build.key == usual) == (InstructionSet.ofThisMachine == nil))
    let library = try await build.build().get()
    #expect(build.existing() != nil)
    let path = library.folder + "/" + EngineBuild.library
    try FileAccess.writeAtomically(Array("damaged".utf8), to: path)
    #expect(build.existing() == nil)
  }
}
