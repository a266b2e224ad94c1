import Digests
import Files
import Synchronization
import Transcript

/// The record of the files and folders that Gradbook made below one site's folder. It is kept in
/// the user's cache folder.
///
/// Everything is appended to the record before it is written to the site, so that a process killed
/// at any moment leaves no file that the record does not list. A file may therefore have more than
/// one digest: any of them may be on the disk.
public final class SiteRecord: Sendable {
  /// The contents of a record, by paths below the site's folder.
  public struct Contents: Equatable, Sendable {
    /// The possible contents of each file.
    public var files: [String: [FileDigest]] = [:]
    /// The folders.
    public var folders: Set<String> = []

    /// Makes an empty record.
    public init() {}

    /// Adds the contents of another record.
    /// - Returns: the part of it that is new
    mutating func add(_ other: Contents) -> Contents {
      var new = Contents()
      new.folders = other.folders.subtracting(folders)
      folders.formUnion(new.folders)
      for (path, digests) in other.files {
        let unknown = digests.filter { !(files[path]?.contains($0) ?? false) }
        if unknown.isEmpty { continue }
        files[path, default: []] += unknown
        new.files[path] = unknown
      }
      return new
    }
  }

  private struct State {
    var contents: Contents
    /// The state of the file that `contents` was read from or written to; nil when there is none.
    var stamp: FileStamp?
    /// True when more can be appended to the file as it is.
    var isWhole: Bool
  }

  private let path: String
  /// The start of the file: its format, and the site's path.
  private let mark: [UInt8]
  private let state: Mutex<State>

  /// Opens the record of a site; nil when the cache folder cannot be used. A damaged record counts
  /// as empty.
  /// - Parameters:
  ///   - site: the site's folder, links resolved
  ///   - folder: the cache folder; the usual one unless given
  public init?(ofSite site: String, cacheFolder folder: String? = nil) {
    guard let cache = try? CacheFolder(folder), cache.problem == nil else { return nil }
    var digest = SHA256()
    digest.update(site)
    let path = cache.sites + "/" + digest.hexadecimal()
    self.path = path
    mark = Array("gradbook site 2\n\(site)\n".utf8)
    if FileAccess.status(path) == nil { ExperimentCache(folder: cache.sites).trim() }
    FileAccess.touch(path)
    state = Mutex(Self.read(path, mark))
  }

  /// The contents of the record.
  public var contents: Contents { state.withLock { $0.contents } }

  /// Returns the possible contents of a file below the site's folder; none unless Gradbook wrote
  /// it.
  public func digests(ofFile path: String) -> [FileDigest] {
    state.withLock { $0.contents.files[path] ?? [] }
  }

  /// Reads the record again if another process has changed it.
  public func refresh() {
    state.withLock { state in
      if FileStamp(path) != state.stamp { state = Self.read(path, mark) }
    }
  }

  /// Adds what is about to be written. It is on the disk when this returns.
  /// - Throws: `FileError` when the record cannot be written.
  public func note(_ coming: Contents) throws(FileError) {
    try state.withLock { state throws(FileError) in
      let new = state.contents.add(coming)
      if new == Contents() { return }
      if state.isWhole {
        state.isWhole = false
        try FileAccess.append(Self.block(new), to: path)
        (state.stamp, state.isWhole) = (FileStamp(path), true)
      } else {
        try write(state.contents, &state)
      }
    }
  }

  /// Replaces the whole record.
  /// - Throws: `FileError` when the record cannot be written.
  public func replace(with contents: Contents) throws(FileError) {
    try state.withLock { state throws(FileError) in
      if state.contents != contents || !state.isWhole { try write(contents, &state) }
    }
  }

  // MARK: The file: a mark, then blocks of entries. Each block has its size before it, twice, so
  // that a damaged size is not taken for a truncated block, and its checksum after it

  private static let headSize = 8

  private func write(_ contents: Contents, _ state: inout State) throws(FileError) {
    if FileAccess.isFolder(path) { FileAccess.remove(path) }
    try FileAccess.writeAtomically(mark + Self.block(contents), to: path)
    state = State(contents: contents, stamp: FileStamp(path), isWhole: true)
  }

  private static func read(_ path: String, _ mark: [UInt8]) -> State {
    let nothing = State(contents: Contents(), stamp: FileStamp(path), isWhole: false)
    guard let bytes = try? FileAccess.read(path), bytes.starts(with: mark) else { return nothing }
    var state = nothing
    var rest = bytes.dropFirst(mark.count)
    while !rest.isEmpty {
      var head = ByteReader(Array(rest.prefix(headSize)))
      // A killed process may have left a part of the last block; the blocks before it are valid.
      guard let size = try? head.uint32(), let inverse = try? head.uint32() else { return state }
      if size != ~inverse { return nothing }
      let end = headSize + Int(size) + 8
      if rest.count < end { return state }
      let block = Array(rest.prefix(end - 8).dropFirst(headSize))
      var tail = ByteReader(Array(rest.prefix(end).suffix(8)))
      guard let sum = try? [tail.uint32(), tail.uint32()], sum == checksum(of: block),
        let entries = try? entries(in: block)
      else { return nothing }
      _ = state.contents.add(entries)
      rest = rest.dropFirst(end)
    }
    state.isWhole = true
    return state
  }

  private static func block(_ contents: Contents) -> [UInt8] {
    var entries = ByteWriter()
    entries.write(UInt32(contents.folders.count))
    for folder in contents.folders.sorted() { entries.write(folder) }
    for (path, digests) in contents.files {
      entries.write(path)
      entries.write(UInt32(digests.count))
      for digest in digests { entries.write(digest) }
    }
    var (head, tail) = (ByteWriter(), ByteWriter())
    head.write(UInt32(entries.bytes.count))
    head.write(~UInt32(entries.bytes.count))
    for number in checksum(of: entries.bytes) { tail.write(number) }
    return head.bytes + entries.bytes + tail.bytes
  }

  private static func entries(in block: [UInt8]) throws(ByteReadingError) -> Contents {
    var reader = ByteReader(block)
    var contents = Contents()
    for _ in 0..<(try reader.uint32()) { contents.folders.insert(try reader.string()) }
    while !reader.isAtEnd {
      let path = try reader.string()
      var digests: [FileDigest] = []
      for _ in 0..<(try reader.uint32()) { digests.append(try reader.fileDigest()) }
      contents.files[path] = digests
    }
    return contents
  }

  private static func checksum(of bytes: [UInt8]) -> [UInt32] {
    let sum = Checksum.of(bytes)
    return [UInt32(truncatingIfNeeded: sum), UInt32(truncatingIfNeeded: sum >> 32)]
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ digest: FileDigest) {
    for number in [digest.size, digest.checksum] {
      write(UInt32(truncatingIfNeeded: number))
      write(UInt32(truncatingIfNeeded: number >> 32))
    }
  }
}

extension ByteReader {
  fileprivate mutating func fileDigest() throws(ByteReadingError) -> FileDigest {
    FileDigest(size: try uint64(), checksum: try uint64())
  }

  private mutating func uint64() throws(ByteReadingError) -> UInt64 {
    let low = try uint32()
    return UInt64(low) | UInt64(try uint32()) << 32
  }
}
