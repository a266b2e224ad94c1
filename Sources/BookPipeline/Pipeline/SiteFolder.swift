import BookModel
import Execution
import Files
import Foundation
import Rendering
import Synchronization

/// A site's folder during a build.
///
/// The folder itself may be a link if the user has named it; a link that came with the book, or one
/// below the folder, is not followed. Files are added to the site's record before they are written.
/// At the end, files that earlier builds wrote and this one did not make are removed.
final class SiteFolder: Sendable {
  private struct State {
    /// The digests of the files that this build made.
    var made: [String: FileDigest] = [:]
    /// The folders below the site that are known to exist and not to be links.
    var checkedFolders: Set<String> = []
    /// Files not made by Gradbook that have the contents this build would write.
    var foreign: Set<String> = []
  }

  /// The option that sets the folder.
  static let option = "--output"

  /// The path as the user named it.
  let path: String
  /// The path with all links resolved.
  let resolvedPath: String
  private let record: SiteRecord?
  private let lock: FileLock?
  private let state = Mutex(State())

  /// Opens a site's folder, making it if necessary.
  /// - Parameters:
  ///   - path: the folder
  ///   - isNamed: true when the user named it
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

  /// Waits until no other build writes into the folder, and locks it for this one.
  /// - Parameter onWait: called when the wait takes more than a moment
  func waitForOthers(_ onWait: () -> Void) async throws {
    await lock?.take(onWait)
    try Task.checkCancellation()
    record?.refresh()
  }

  // MARK: Before anything is written

  /// Checks that the build will overwrite nothing but files made by Gradbook.
  /// - Parameters:
  ///   - paths: the files to be written, below the folder
  ///   - contents: returns the bytes of a file that are known before the build; an existing file
  ///     with the same bytes is kept
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

  /// Returns true when a file that is not in the record was made by Gradbook, according to its own
  /// mark or that of its page: the cache may have been cleaned, or the site made on another
  /// machine. If the page is in the record, the file would be as well.
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

  /// Checks that no folder between the site's folder and some files is a link.
  /// - Returns: the folders that do not exist yet
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

  /// Returns the folders between the site's folder and some files: for `a/b/c.html`, `a` and `a/b`.
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

  /// Removes the temporary files of killed builds beside the files to be written.
  func sweep(beside paths: [String]) {
    let known = record.map { Array($0.contents.folders) } ?? []
    for folder in Self.folders(above: paths).union(known).union([""]) {
      TemporaryFile.sweep(PageFiles.join(path, folder))
    }
  }

  /// Writes files. Those with the same contents are not written again.
  func write(_ files: [SiteFile]) throws {
    var coming = SiteRecord.Contents()
    let foreign = state.withLock { $0.foreign }
    coming.folders = try checkFolders(above: files.map(\.path))
    for file in files where !foreign.contains(file.path) {
      coming.files[file.path] = [FileDigest(file.bytes)]
    }
    // A failure to record is not an error; the site only keeps files that it no longer needs.
    try? record?.note(coming)
    for file in files where !foreign.contains(file.path) {
      try PageFiles.write(file.bytes, to: PageFiles.join(path, file.path), option: Self.option)
    }
    state.withLock { state in
      for (path, digests) in coming.files { state.made[path] = digests.first }
    }
  }

  /// Marks unchanged files of earlier builds as made by this one.
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

  /// Ends a build, removing stale files.
  /// - Parameter isStale: returns true for a file that is no longer needed, given that this build
  ///   did not make it
  /// - Returns: warnings about stale files that were kept
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
