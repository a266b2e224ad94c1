import Files
import Testing

@testable import Execution

@Suite struct EngineLibraryTests {
  @Test("Locks that killed compilers left are found in the modules' folders, and nothing else goes")
  func locks() throws {
    let folder = try TemporaryFolder()
    let key = String(repeating: "0", count: 32)
    let engine = EngineLibrary(folder: folder.path + "/" + key, key: key)
    try FileAccess.makeFolder(engine.moduleCache + "/ABC")
    for name in ["S.pcm", "S.pcm.lock", "S.pcm.lock-1f"] {
      try FileAccess.writeAtomically([], to: engine.moduleCache + "/ABC/" + name)
    }
    try FileAccess.writeAtomically([], to: folder.path + "/lock")
    #expect(
      engine.moduleLocks
        == ["S.pcm.lock", "S.pcm.lock-1f"].map { engine.moduleCache + "/ABC/" + $0 })
    EngineLibrary.removeModuleLocks(below: folder.path)
    #expect(engine.moduleLocks.isEmpty)
    #expect(FileAccess.names(in: engine.moduleCache + "/ABC") == ["S.pcm"])
    #expect(FileAccess.names(in: folder.path) == [key, "lock"])
  }
}
