/// One example of the CommonMark specification: a Markdown text and the HTML it must become.
struct SpecificationExample: Sendable {
  /// The example's number in the specification, from 1.
  var number: Int
  /// The heading it stands under.
  var section: String
  /// The text to parse.
  var markdown = ""
  /// What must come out.
  var html = ""

  /// Reads the examples of the specification's text: each between two lines of 32 backquotes, the
  /// first of them with the word "example", its parts divided by a line with a dot. An arrow
  /// stands for a tab.
  static func all(in specification: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var current: SpecificationExample?
    var isHTML = false
    for line in lines(of: specification) {
      if current == nil {
        if line == fence + " example" {
          current = SpecificationExample(number: examples.count + 1, section: section)
          isHTML = false
        } else if line.hasPrefix("#") {
          section = String(line.drop { $0 == "#" || $0 == " " })
        }
      } else if line == fence, let example = current {
        examples.append(example)
        current = nil
      } else if line == ".", !isHTML {
        isHTML = true
      } else {
        let text = withTabs(line) + "\n"
        if isHTML { current?.html += text } else { current?.markdown += text }
      }
    }
    return examples
  }

  private static func lines(of text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func withTabs(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars { scalars.append(scalar == "→" ? "\t" : scalar) }
    return String(scalars)
  }
}
