import BookModel
import Digests
import Files
import Prose

extension DeclaredFile {
  /// The largest data file, in bytes.
  static let maximumSize = 128_000_000
  /// The most data files of a chapter.
  static let maximumCount = 16

  /// Looks at the file, which must be inside the book.
  /// - Parameters:
  ///   - chapter: the chapter's path
  ///   - root: the folder that must contain the file
  /// - Returns: the error when it is not there, or cannot be read
  mutating func look(from chapter: String, root: String) -> Diagnostic? {
    let folder = chapter.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(chapter[...$0]) } ?? ""
    let place = folder + ReferenceAddress.relative(name, from: chapter)
    guard let file = FileAccess.resolved(place), let size = FileAccess.size(ofFile: file) else {
      let kind = FileKind(place)
      return fault(
        kind == .nothing ? "is not there" : "is \(kind.noun), not a file",
        "write the path from the chapter's folder")
    }
    guard let root = FileAccess.resolved(root), file.utf8.starts(with: (root + "/").utf8) else {
      return fault("lies outside of the book", "copy it into the folder of the chapters")
    }
    guard size <= Self.maximumSize else {
      return fault(
        "has \(size) bytes; a data file has at most \(Self.maximumSize)",
        "keep the rows and columns that the experiments need")
    }
    guard let stamp = FileStamp(file), let bytes = try? FileAccess.read(file) else {
      return fault("cannot be read", "check its permissions")
    }
    var digest = SHA256()
    digest.update(bytes)
    content = Content(
      path: file, size: bytes.count, digest: digest.hexadecimal(), stamp: stamp.description)
    return nil
  }

  private func fault(_ message: String, _ hint: String) -> Diagnostic {
    Diagnostic(at: range, "the data file '\(name)' \(message)", hint: hint)
  }
}

extension Chapter {
  /// Looks at the data files of the blocks. A block with one that cannot be read does not run.
  /// - Parameter root: the folder that must contain the files
  /// - Returns: the errors
  mutating func lookAtData(root: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var known: [String: DeclaredFile] = [:]
    for index in blocks.indices {
      for place in blocks[index].options.data.indices {
        var file = blocks[index].options.data[place]
        var problem: Diagnostic?
        if let content = known[file.name]?.content {
          file.content = content
        } else if known.count == DeclaredFile.maximumCount {
          problem = Diagnostic(
            at: file.range,
            "the chapter declares more than \(DeclaredFile.maximumCount) data files",
            hint: "join some of them, or split the chapter")
        } else {
          problem = file.look(from: path, root: root)
          known[file.name] = file
        }
        blocks[index].options.data[place] = file
        guard let problem else { continue }
        diagnostics.append(problem)
        let runs = blocks[index].number != nil
        if runs { blocks[index].problem = blocks[index].problem ?? problem }
      }
    }
    return diagnostics
  }
}
