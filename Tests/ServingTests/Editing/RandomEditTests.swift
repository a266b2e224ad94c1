import Files
import Foundation
import Testing

@testable import Serving

/// Random edits, saves and changes from outside, one after another.
@Suite struct RandomEditTests {
  /// A generator with a seed, so that a run can be repeated.
  private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// The chapter as it should be: pieces of prose, and the code between them.
  private struct Model {
    var prose = ["\u{FEFF}# A\r\n\r\n", "\r\n> quote\n\n", "- item\n\n", "The end"]
    var codes = ["let a = 1\n", "let b = 2\n\nprint(b)\n", ""]

    /// The lines of a block, as they stand in the file.
    private static let frames = [
      ("```swift setup", "", "\r\n"), ("> ```swift experiment id=one", "> ", "\n"),
      ("  ```swift experiment id=two", "  ", "\n"),
    ]

    var text: String {
      var text = ""
      for (index, (fence, indentation, end)) in Self.frames.enumerated() {
        text += prose[index] + fence + end
        for line in codes[index].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        {
          let blank = indentation.hasPrefix(">") ? ">" : ""
          text += (line.isEmpty ? blank : indentation + line) + end
        }
        text += indentation + "```" + end
        if index == 1 { text += "\n" }
      }
      return text + "\n" + prose[3]
    }
  }

  private static let anchors = ["_block-1", "one", "two"]

  private static func code(_ random: inout SeededGenerator) -> String {
    let lines = ["let x = 3", "", "  indented", "print(\"é 中\")", "// `code`", "}", "\tTab", "> a"]
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in
      lines[Int.random(in: 0..<lines.count, using: &random)] + "\n"
    }.joined()
  }

  @Test("After a thousand of them the file is, byte for byte, what the accepted ones made of it")
  func thousand() throws {
    let seed = ProcessInfo.processInfo.environment["GRADBOOK_SEED"].flatMap(UInt64.init) ?? 17
    var random = SeededGenerator(state: seed)
    let root = FileManager.default.temporaryDirectory.appending(path: "gradbook-edits-\(UUID())")
      .path
    try FileAccess.makeFolder(root)
    defer { FileAccess.remove(root) }
    let file = ChapterFile(path: root + "/a.md", root: root)
    var model = Model()
    func write() throws {
      try FileAccess.writeAtomically(Array(model.text.utf8), to: file.path)
    }
    try write()
    var hash = ChapterFile.hash(of: Array(model.text.utf8))
    var (saves, refusals) = (0, 0)
    for step in 1...1000 {
      let block = Int.random(in: 0..<3, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        // Somebody else saves prose or code; the page has not seen it yet.
        if Bool.random(using: &random) {
          model.prose[3] = "The end \(step)"
        } else {
          model.codes[block] = Self.code(&random)
        }
        try write()
      default:
        let code = Self.code(&random)
        let edit = BlockEdit(anchor: Self.anchors[block], code: code)
        do throws(ChapterFile.Refusal) {
          let isNewest = hash == ChapterFile.hash(of: Array(model.text.utf8))
          hash = try file.save(edit, ifHashIs: hash)
          #expect(isNewest, "a change of somebody else was written over")
          model.codes[block] = code
          saves += 1
        } catch {
          guard case .changed(let current, let theirs) = error else {
            Issue.record("\(error) at step \(step) of seed \(seed)")
            return
          }
          #expect(theirs == model.codes[block])
          hash = current
          refusals += 1
        }
      }
      let bytes = try FileAccess.read(file.path)
      guard bytes == Array(model.text.utf8) else {
        Issue.record(
          "step \(step) of seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
        )
        return
      }
    }
    #expect(saves > 400 && refusals > 100)
  }
}
