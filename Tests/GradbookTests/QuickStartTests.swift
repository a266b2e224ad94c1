import Foundation
import Testing

@Suite struct QuickStartTests {
  @Test("the lines that stand beside PyTorch's are those of the experiment, in its order")
  func table() throws {
    let file = CommandRun.package.appending(path: "Chapters/en/quick-start.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let shown = lines.filter { $0.hasPrefix("| `") || $0.hasPrefix("| initialized") }
      .compactMap { row -> String? in
        let cell = row.split(separator: "|").dropFirst().first?.trimmingCharacters(in: .whitespaces)
        guard let cell, cell.hasPrefix("`"), cell.hasSuffix("`") else { return nil }
        return cell.trimmingCharacters(in: CharacterSet(charactersIn: "`"))
      }
    #expect(shown.count == 15)
    let start = try #require(lines.firstIndex { $0.hasPrefix("```swift experiment id=sine") })
    let code = lines[start...].prefix { $0 != "```" }.map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    var place = code.startIndex
    for line in shown {
      let found = code[place...].firstIndex(of: line)
      #expect(found != nil, "\(line)")
      place = found.map { $0 + 1 } ?? place
    }
  }
}
