import Testing

@testable import Execution

@Suite struct EngineVariantTests {
  private func processors(_ flags: String...) -> String {
    flags.map { "processor\t: 0\nflags\t\t: fpu sse2 \($0)\nbugs\t\t:\n" }.joined(separator: "\n")
  }

  @Test("A form of the engine is for machines all of whose processors have what it needs")
  func features() throws {
    let variant = try #require(EngineVariant.all.first { $0.name == "x86-64-v3" })
    let all = "avx avx2 bmi1 bmi2 f16c fma abm movbe xsave"
    #expect(variant.runs(onProcessorsIn: processors(all)))
    #expect(variant.runs(onProcessorsIn: processors(all, all + " avx512f")))
    #expect(!variant.runs(onProcessorsIn: processors(all, "avx bmi1")))
    #expect(
      !variant.runs(onProcessorsIn: processors("avx avx2x bmi1 bmi2 f16c fma abm movbe xsave")))
    #expect(!variant.runs(onProcessorsIn: ""))
  }

  @Test("Forms of the engine lie where the linker looks, and a damaged one is noticed")
  func libraries() async throws {
    let folder = try TemporaryFolder()
    let toolchain = try await Toolchain.find(named: nil, notes: folder.path).get()
    let sources = try #require(EngineSources(package: TestEngine.package))
    let build = EngineBuild(toolchain: toolchain, sources: sources, engines: folder.path)
    let library = try await build.build().get()
    #expect(build.existing() != nil)
    for variant in EngineVariant.usable {
      let path = library.folder + "/glibc-hwcaps/" + variant.name + "/" + EngineBuild.library
      #expect(FileAccess.status(path) != nil)
      try FileAccess.writeAtomically(Array("damaged".utf8), to: path)
      #expect(build.existing() == nil)
    }
    var plain = build
    plain.variants = []
    #expect(EngineVariant.usable.isEmpty || plain.key != build.key)
  }
}
