import BookModel

/// The words of the reference's generated parts. The documentation itself is English in every language.
struct ReferenceWords: Sendable {
  private let language: FrontMatter.Language

  /// The words in a language.
  init(_ language: FrontMatter.Language) { self.language = language }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// A word in bold, with the colon behind it.
  func label(_ word: String) -> String { say("**\(word):** ", "**\(word)：** ") }
  /// The heading of the list of all names.
  var names: String { say("Names", "名称") }
  /// The head of the column with our names.
  var here: String { say("here", "本书") }
  /// What stands before the names of many members.
  var members: String { say("Members", "成员") }
  /// What stands before the names in other frameworks.
  var elsewhere: String { say("Elsewhere", "在其他框架中") }
  /// What stands before the files that declare something.
  var code: String { say("Code", "代码") }
  /// The heading above the listings of whole files.
  var sources: String { say("Sources", "源代码") }

  /// The heading above the names of a framework.
  func comingFrom(_ framework: String) -> String {
    say("Coming from \(framework)", "来自 \(framework)")
  }

  /// What stands behind a property of a type within the section's own.
  func of(_ owner: String) -> String { say(" of \(owner)", "，属于 \(owner)") }

  /// The name of a field of a documentation.
  func field(_ name: String) -> String {
    switch name {
    case "Shape": say(name, "形状")
    case "Returns": say(name, "返回")
    case "Throws": say(name, "抛出")
    case "Source": say(name, "出处")
    case "Note": say(name, "说明")
    default: name
    }
  }
}
