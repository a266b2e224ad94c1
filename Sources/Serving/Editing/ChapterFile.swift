import BookModel
import Digests
import Files
import Parsing

/// A chapter's file on the disk, as saving needs it.
struct ChapterFile {
  /// The path, as the book names it.
  let path: String
  /// The folder of the chapters, which the file must not leave by a link.
  let root: String

  /// The reason why a block is not saved. The edit stays in the page.
  enum Refusal: Error {
    /// The chapter was deleted or renamed, or cannot be read.
    case gone(String)
    /// The file is not the one that the page shows.
    case changed(hash: String, code: String?)
    /// The edit does not fit into the chapter.
    case edit(EditFault)
    /// The system does not let the file be written.
    case notWritten(String)
  }

  /// The hash of a chapter's contents.
  static func hash(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// Reads the file.
  func read() throws(Refusal) -> [UInt8] {
    do throws(FileError) {
      return try FileAccess.read(try place(), atMost: ChapterParser.maximumSize)
    } catch {
      throw .gone("the chapter '\(path)' cannot be read: \(error.reason)")
    }
  }

  /// Replaces a block, if the file is still the one with a hash.
  /// - Returns: the hash of the new contents
  func save(_ edit: BlockEdit, ifHashIs hash: String) throws(Refusal) -> String {
    let bytes = try read()
    let chapter = EditableChapter(bytes, path: path)
    let current = Self.hash(of: bytes)
    guard current == hash else {
      throw .changed(hash: current, code: chapter.code(ofBlock: edit.anchor))
    }
    let new: [UInt8]
    do throws(EditFault) { new = try chapter.applying([edit]) } catch { throw .edit(error) }
    if new == bytes { return current }
    do throws(FileError) {
      let place = try place()
      guard FileAccess.isWritable(place) else {
        throw FileError("write", path, reason: "it is write-protected")
      }
      try FileAccess.writeAtomically(new, to: place, keepingAttributes: true)
    } catch {
      throw .notWritten("cannot write '\(path)': \(error.reason)")
    }
    return Self.hash(of: new)
  }

  /// The file itself, links followed.
  private func place() throws(FileError) -> String {
    guard let place = FileAccess.resolved(path) else { throw FileError("read", path) }
    guard let root = FileAccess.resolved(root), place.utf8.starts(with: (root + "/").utf8) else {
      throw FileError("read", path, reason: "it is a link out of the book")
    }
    return place
  }
}
