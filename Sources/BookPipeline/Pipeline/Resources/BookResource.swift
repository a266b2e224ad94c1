import BookModel
import Files

/// A file that a chapter refers to and that must be inside the book.
struct BookResource {
  /// The reason why a file cannot be used.
  enum Fault: Error, Equatable {
    case missing
    case notAFile(noun: String)
    case outside
    case tooLarge(size: Int)
    case unreadable

    /// The finding, behind the file's name.
    /// - Parameter limit: what may be large, and how large, such as "an image has at most 500000"
    func message(limit: String) -> String {
      switch self {
      case .missing: "is not there"
      case .notAFile(let noun): "is \(noun), not a file"
      case .outside: "lies outside of the book"
      case .tooLarge(let size): "has \(size) bytes; \(limit)"
      case .unreadable: "cannot be read"
      }
    }

    /// The next step.
    /// - Parameter smaller: what to do when the file is too large
    func hint(smaller: String) -> String {
      switch self {
      case .missing, .notAFile: "write the path from the chapter's folder"
      case .outside: "copy it into the folder of the chapters"
      case .tooLarge: smaller
      case .unreadable: "check its permissions"
      }
    }
  }

  /// The path, with all links resolved.
  let path: String

  /// Finds a file.
  ///
  /// - Parameters:
  ///   - names: its paths from the chapter's folder; the first that leads anywhere is taken
  ///   - chapter: the chapter's path
  ///   - root: the folder that must contain the file
  ///   - limit: the largest size, in bytes
  init(_ names: [String], from chapter: String, within root: String, atMost limit: Int)
    throws(Fault)
  {
    let slash = chapter.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(chapter[...$0]) } ?? ""
    guard let file = names.lazy.compactMap({ FileAccess.resolved(folder + $0) }).first else {
      throw .missing
    }
    guard let size = FileAccess.size(ofFile: file) else {
      throw .notAFile(noun: FileKind(file).noun)
    }
    guard let root = FileAccess.resolved(root), file.utf8.starts(with: (root + "/").utf8) else {
      throw .outside
    }
    if size > limit { throw .tooLarge(size: size) }
    path = file
  }

  /// Reads the file.
  func bytes() throws(Fault) -> [UInt8] {
    guard let bytes = try? FileAccess.read(path) else { throw .unreadable }
    return bytes
  }
}
