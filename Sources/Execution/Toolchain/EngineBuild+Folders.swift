import Digests
import Files

// What a built engine's folder holds, and which folders stay.
extension EngineBuild {
  /// The engine's key, and the names and checksums of what a folder holds, the manifest excepted; nil
  /// when it holds nothing.
  func contents(of folder: String) -> [UInt8]? {
    guard let names = FileAccess.names(in: folder), names.contains(Self.library) else { return nil }
    let lasting = names.filter {
      $0 != Self.manifest && !$0.hasPrefix(EngineLibrary.moduleCachePrefix)
    }
    return Array("\(key)\n".utf8)
      + lasting.flatMap { name in
        let checksum = (try? FileAccess.read(folder + "/" + name)).map(Checksum.of) ?? 0
        return Array("\(name) \(String(checksum, radix: 16))\n".utf8)
      }
  }

  /// Removes all but the engines that were built last, and what builds left that were killed.
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
