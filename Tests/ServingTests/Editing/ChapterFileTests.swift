import Files
import Foundation
import Testing

@testable import Serving

/// Saving into a chapter's file.
@Suite struct ChapterFileTests {
  private static let text = "# A\n\n```swift experiment id=one\na\n```\n"

  private struct Unexpected: Error { let description: String }

  /// A book's folder, removed at the test's end.
  private final class Folder {
    let root = FileManager.default.temporaryDirectory.appending(path: "gradbook-save-\(UUID())")
      .path
    var file: ChapterFile { ChapterFile(path: root + "/a.md", root: root) }

    init() throws {
      try FileAccess.makeFolder(root)
      try write(ChapterFileTests.text)
    }

    deinit { FileAccess.remove(root) }

    func write(_ text: String) throws {
      try FileAccess.writeAtomically(Array(text.utf8), to: root + "/a.md")
    }

    var text: String {
      get throws { String(decoding: try FileAccess.read(root + "/a.md"), as: UTF8.self) }
    }

    func save(_ code: String, _ hash: String) -> Result<String, ChapterFile.Refusal> {
      do throws(ChapterFile.Refusal) {
        return .success(try file.save(BlockEdit(anchor: "one", code: code), ifHashIs: hash))
      } catch {
        return .failure(error)
      }
    }
  }

  private static func hash(_ text: String) -> String { ChapterFile.hash(of: Array(text.utf8)) }

  @Test("A block is saved when the file is the one that the page shows; permissions stay")
  func saved() throws {
    let folder = try Folder()
    chmod(folder.root + "/a.md", 0o640)
    let new = Self.text.replacingOccurrences(of: "\na\n", with: "\nb\n")
    guard case .success(let hash) = folder.save("b\n", Self.hash(Self.text)) else {
      throw Unexpected(description: "not saved")
    }
    #expect(try folder.text == new && hash == Self.hash(new))
    var status = stat()
    #expect(stat(folder.root + "/a.md", &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(FileAccess.names(in: folder.root) == ["a.md"])
  }

  @Test("A file that changed meanwhile is not written over, and both texts are told")
  func conflict() throws {
    let folder = try Folder()
    let other = Self.text.replacingOccurrences(of: "\na\n", with: "\ntheirs\n")
    try folder.write(other)
    guard case .failure(.changed(let hash, let code)) = folder.save("b\n", Self.hash(Self.text))
    else { throw Unexpected(description: "saved") }
    #expect(try folder.text == other)
    #expect(hash == Self.hash(other) && code == "theirs\n")
    try folder.write("# Nothing\n")
    guard case .failure(.changed(_, nil)) = folder.save("b\n", Self.hash(Self.text)) else {
      throw Unexpected(description: "saved, or a block found")
    }
  }

  @Test(
    "A chapter that is gone, a link out of the book and a folder that cannot be written are told")
  func faults() throws {
    let folder = try Folder()
    let (file, hash) = (folder.root + "/a.md", Self.hash(Self.text))
    FileAccess.remove(file)
    guard case .failure(.gone(let message)) = folder.save("b\n", hash) else {
      throw Unexpected(description: "saved")
    }
    #expect(message == "the chapter '\(file)' cannot be read: No such file or directory")
    #expect(FileAccess.names(in: folder.root) == [])

    let outside = try Folder()
    symlink(outside.root + "/a.md", file)
    guard case .failure(.gone(let reason)) = folder.save("b\n", hash) else {
      throw Unexpected(description: "saved through a link")
    }
    #expect(reason.hasSuffix("it is a link out of the book"))
    #expect(try outside.text == Self.text)
    FileAccess.remove(file)

    // A link within the book is followed, and stays.
    try FileAccess.writeAtomically(Array(Self.text.utf8), to: folder.root + "/b.md")
    symlink("b.md", file)
    guard case .success = folder.save("b\n", hash) else {
      throw Unexpected(description: "not saved")
    }
    #expect(FileAccess.isLink(file))
    #expect(try folder.text.contains("\nb\n"))
  }
}
