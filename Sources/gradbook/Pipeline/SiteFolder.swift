import BookModel
import Execution
import Files
import Foundation
import Rendering
import Synchronization

/// A site's folder while a build writes into it.
///
/// The folder itself may be a link if the user has named it; one that came with the book, or lies below
/// the folder, is not followed. What is
/// written goes on the site's record first. At the end, what earlier builds wrote and this one did not
/// make again is removed.
final class SiteFolder: Sendable {
  private struct State {
    /// The contents of what this build made.
    var made: [String: FileDigest] = [:]
    /// The folders below the site that are known to be there and to be no links.
    var checkedFolders: Set<String> = []
    /// Files of somebody else's that say what this build would write.
    var foreign: Set<String> = []
  }

  /// The option that names the folder.
  static let option = "--output"

  /// The path, as the user named it.
  let path: String
  /// The path with all links resolved.
  let resolvedPath: String
  private let record: SiteRecord?
  private let lock: FileLock?
  private let state = Mutex(State())

  /// Opens a site's folder, which is made when it is not there.
  /// - Parameters:
  ///   - path: the folder
  ///   - isNamed: whether the user named it
  init(_ path: String, isNamed: Bool) throws {
    if !isNamed, FileKind(path) == .link {
      let target = FileAccess.resolved(path) ?? "nothing"
      throw PageFiles.Refusal.linkedSite(path, to: target, instead: Self.option)
    }
    try FileAccess.makeFolder(path)
    self.path = path
    resolvedPath = FileAccess.resolved(path) ?? path
    record = SiteRecord(ofSite: resolvedPath)
    lock = FileLock(folder: path)
  }

  /// Waits until no other build writes into the folder; from then on only this one does.
  /// - Parameter onWait: called when it takes more than a moment
  func waitForOthers(_ onWait: () -> Void) async throws {
    await lock?.take(onWait)
    try Task.checkCancellation()
    record?.refresh()
  }

  // MARK: Before anything is written

  /// Checks that the build will overwrite nothing that is not Gradbook's.
  /// - Parameters:
  ///   - paths: what will be written, below the folder
  ///   - contents: gives the bytes of a file that are known before the build; a file that has them is
  ///     left alone
  func check(_ paths: [String], _ contents: (String) -> [UInt8]?) throws {
    let known = record?.contents.files ?? [:]
    try checkFolders(above: paths)
    for path in paths where known[path] == nil {
      let file = PageFiles.join(self.path, path)
      let kind = FileKind(file)
      switch kind {
      case .nothing: continue
      case .file:
        if isOurs(path) { continue }
        guard let bytes = contents(path), let old = try? FileAccess.read(file), old == bytes else {
          throw PageFiles.Refusal.notOurs(file, instead: Self.option)
        }
        state.withLock { _ = $0.foreign.insert(path) }
      default: throw PageFiles.Refusal.notAFile(file, kind, instead: Self.option)
      }
    }
  }

  /// Whether a file that is not on the record is Gradbook's by its own mark, or by that of the page
  /// that it belongs to: when the cache was cleaned, or the site was made on another machine. Where the
  /// page is on the record, the file would be as well.
  private func isOurs(_ file: String) -> Bool {
    if PageFiles.isReplaceable(PageFiles.join(path, file)) { return true }
    let name = file.split(separator: ".", omittingEmptySubsequences: false)
    var page = Site.indexPath
    switch name.last {
    case "html": return false
    case "md", "swift": page = name.dropLast().joined(separator: ".") + ".html"
    default: break
    }
    return record?.digests(ofFile: page).isEmpty ?? true
      && PageFiles.isPage(PageFiles.join(path, page))
  }

  /// Checks that no folder between the site's and some files is a link.
  /// - Returns: those folders that are not there yet
  @discardableResult
  private func checkFolders(above files: [String]) throws -> Set<String> {
    let checked = state.withLock { $0.checkedFolders }
    var missing: Set<String> = []
    for folder in Self.folders(above: files).subtracting(checked).sorted() {
      let below = PageFiles.join(path, folder)
      switch FileKind(below) {
      case .nothing: missing.insert(folder)
      case .folder: state.withLock { _ = $0.checkedFolders.insert(folder) }
      case .link: throw FileError("write below", below, reason: "it is a link")
      default: throw FileError("write below", below, reason: "it is not a folder")
      }
    }
    return missing
  }

  /// The folders between the site's and some files: of `a/b/c.html`, `a` and `a/b`.
  static func folders(above files: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for file in files {
      var rest = file[...]
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
        rest = rest[..<slash]
        if !folders.insert(String(rest)).inserted { break }
      }
    }
    return folders
  }

  // MARK: Writing

  /// Removes what killed builds left half written beside the files that will be written.
  func sweep(beside paths: [String]) {
    let known = record.map { Array($0.contents.folders) } ?? []
    for folder in Self.folders(above: paths).union(known).union([""]) {
      TemporaryFile.sweep(PageFiles.join(path, folder))
    }
  }

  /// Writes files. Those that already say the same are left alone.
  func write(_ files: [SiteFile]) throws {
    var coming = SiteRecord.Contents()
    let foreign = state.withLock { $0.foreign }
    coming.folders = try checkFolders(above: files.map(\.path))
    for file in files where !foreign.contains(file.path) {
      coming.files[file.path] = [FileDigest(file.bytes)]
    }
    // Without a record the site is no worse; it only keeps what it no longer needs.
    try? record?.note(coming)
    for file in files where !foreign.contains(file.path) {
      try PageFiles.write(file.bytes, to: PageFiles.join(path, file.path), option: Self.option)
    }
    state.withLock { state in
      for (path, digests) in coming.files { state.made[path] = digests.first }
    }
  }

  /// Takes files that earlier builds wrote, and that are still as they were, for made.
  func keep(_ paths: [String]) {
    let foreign = state.withLock { $0.foreign }
    for path in paths where !foreign.contains(path) {
      let known = record?.digests(ofFile: path) ?? []
      let digest =
        known.count == 1 ? known.first : FileDigest(ofFile: PageFiles.join(self.path, path))
      state.withLock { $0.made[path] = digest }
    }
  }

  // MARK: At the end

  /// Ends a build.
  /// - Parameter isStale: whether a file that this build has not made is of no more use
  /// - Returns: what there is to say about files that are of no more use and stay all the same
  func finish(removing isStale: (String) -> Bool) -> [Diagnostic] {
    guard let record else { return [] }
    let old = record.contents
    let made = state.withLock { $0.made }
    var new = SiteRecord.Contents()
    for (path, digest) in made { new.files[path] = [digest] }
    let removal = SiteRemoval(site: self.path)
    var findings: [Diagnostic] = []
    let others = old.files.filter { made[$0.key] == nil }
    for (path, digests) in others.sorted(by: { $0.key < $1.key }) {
      if !isStale(path) {
        new.files[path] = digests
      } else if !removal.removeFile(path, digests) {
        new.files[path] = digests
        findings.append(removal.keptFinding(path))
      }
    }
    let needed = Self.folders(above: new.files.keys)
    for folder in old.folders.sorted(by: >)
    where needed.contains(folder) || !removal.removeFolder(folder) {
      new.folders.insert(folder)
    }
    try? record.replace(with: new)
    return findings
  }
}
