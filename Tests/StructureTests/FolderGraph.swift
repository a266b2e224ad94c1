/// Which folders of a module name types of which others.
struct FolderGraph {
  /// A folder that names a type of another one.
  struct Use: Hashable, CustomStringConvertible {
    let user: String
    let used: String

    init(_ user: String, _ used: String) { (self.user, self.used) = (user, used) }

    var description: String { "\(user) → \(used)" }
  }

  /// Each use with one place at which it happens, such as `Cache/CacheMark.swift:43 names EngineBuild`.
  private(set) var places: [Use: String] = [:]

  /// Joins the files of a module.
  init(_ files: [SourceFile]) {
    var folders: [String: String] = [:]
    for file in files {
      for type in file.declared { folders[type] = file.folder }
    }
    for file in files.sorted(by: { $0.path < $1.path }) {
      for (type, line) in file.named.sorted(by: { $0.value < $1.value }) {
        guard let folder = folders[type], folder != file.folder else { continue }
        let use = Use(file.folder, folder)
        places[use] = places[use] ?? "\(file.path):\(line) names \(type)"
      }
    }
  }

  /// The uses that are part of a circle, each with its place, sorted.
  func circles() -> [String] {
    let uses = places.keys
    var reached: [String: Set<String>] = [:]
    for start in Set(uses.map(\.user)) {
      var pending = [start]
      while let folder = pending.popLast() {
        for use in uses where use.user == folder {
          if reached[start, default: []].insert(use.used).inserted { pending.append(use.used) }
        }
      }
    }
    return uses.filter { reached[$0.used]?.contains($0.user) ?? false }
      .map { "\($0): \(places[$0] ?? "")" }.sorted()
  }
}
