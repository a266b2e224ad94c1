import BookModel
import Digests
import Files
import Prose

extension DeclaredFile {
  /// The largest data file, in bytes.
  static let maximumSize = 128_000_000
  /// The largest size of all data files of a chapter together, in bytes: an experiment may take eight
  /// times as much memory for them.
  static let maximumSizeTogether = 256_000_000
  /// The most data files of a chapter.
  static let maximumCount = 16

  /// Looks at the file, which must be inside the book. One that has been looked at is read again only
  /// when it has changed.
  /// - Parameters:
  ///   - chapter: the chapter's path
  ///   - root: the folder that must contain the file
  /// - Returns: the error when it is not there, or cannot be read
  mutating func look(from chapter: String, root: String) -> Diagnostic? {
    do throws(BookResource.Fault) {
      let file = try BookResource(
        [ReferenceAddress.relative(name, from: chapter)], from: chapter, within: root,
        atMost: Self.maximumSize)
      guard let stamp = FileStamp(file.path) else { throw .unreadable }
      if content?.path == file.path, content?.stamp == stamp.description { return nil }
      let bytes = try file.bytes()
      var digest = SHA256()
      digest.update(bytes)
      content = Content(
        path: file.path, size: bytes.count, digest: digest.hexadecimal(),
        stamp: stamp.description)
      return nil
    } catch {
      let limit = "a data file has at most \(Self.maximumSize)"
      return Diagnostic(
        at: range, "the data file '\(name)' \(error.message(limit: limit))",
        hint: error.hint(smaller: "keep the rows and columns that the experiments need"))
    }
  }
}

extension Chapter {
  /// Looks at the data files of the blocks. A block with one that cannot be read does not run.
  /// - Parameters:
  ///   - root: the folder that must contain the files
  ///   - limit: the largest size of all of them together, in bytes
  /// - Returns: the errors
  mutating func lookAtData(
    root: String, atMost limit: Int = DeclaredFile.maximumSizeTogether
  ) -> [Diagnostic] {
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
          let size = known.values.reduce(file.content?.size ?? 0) { $0 + ($1.content?.size ?? 0) }
          if size > limit {
            problem = Diagnostic(
              at: file.range,
              "the data files have \(size) bytes together; those of a chapter have at most "
                + "\(limit)",
              hint: "keep the rows and columns that the experiments need")
            file.content = nil
          }
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
