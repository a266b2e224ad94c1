import Digests
import Files

// The contents of a built engine's folder, and the removal of old ones.
extension EngineBuild {
  /// Returns the engine's key, and the names and checksums of a folder's files except the manifest;
  /// nil when the folder contains no library.
  func contents(of folder: String) -> [UInt8]? {
    list(folder) { path in
      String((try? FileAccess.read(path)).map(Checksum.of) ?? 0, radix: 16)
    }
  }

  /// Returns the engine's key, and the names and stamps of a folder's files; nil when the folder
  /// contains no library. A file with the same stamp has the same contents.
  func stamps(of folder: String) -> [UInt8]? {
    list(folder) { FileStamp($0)?.description ?? "" }
  }

  private func list(_ folder: String, _ identify: (String) -> String) -> [UInt8]? {
    guard let names = FileAccess.names(in: folder), names.contains(Self.library) else { return nil }
    let lasting = names.filter {
      $0 != Self.manifest && $0 != Self.stamps && !$0.hasPrefix(EngineLibrary.moduleCachePrefix)
        && !TemporaryFile.isName($0)
    }
    return Array("\(key)\n".utf8)
      + lasting.flatMap { Array("\($0) \(identify(folder + "/" + $0))\n".utf8) }
  }

  /// Removes all but the most recent engines, and the remains of killed builds.
  func removeOldEngines() {
    TemporaryFolder.sweep(engines, prefix: EntryName.buildingPrefix)
    let names = (FileAccess.names(in: engines) ?? []).filter {
      EntryName.isGradbooks($0) && $0 != EntryName.lock && $0 != key
        && !$0.hasPrefix(EntryName.buildingPrefix)
    }
    let built = names.compactMap { name in
      FileAccess.status(engines + "/" + name).map { (name, $0.modified) }
    }.sorted { $0.1 > $1.1 }
    for (name, _) in built.dropFirst(Self.keptEngines - 1) {
      FileAccess.remove(engines + "/" + name)
    }
  }
}
