import BookModel

/// The words of the reference's generated parts. The documentation itself is English in every language.
struct ReferenceWords: Sendable {
  private let language: FrontMatter.Language

  /// The words in a language.
  init(_ language: FrontMatter.Language) { self.language = language }

  /// A word in bold, with the colon behind it.
  func label(_ word: String) -> String { language.say("**\(word):** ", "**\(word)：** ") }
  /// The heading of the list of all names.
  var names: String { language.say("Names", "名称") }
  /// The head of the column with our names.
  var here: String { language.say("here", "本书") }
  /// What stands before the names of many members.
  var members: String { language.say("Members", "成员") }
  /// What stands before the names in other frameworks.
  var elsewhere: String { language.say("Elsewhere", "在其他框架中") }
  /// What stands before the files that declare something.
  var code: String { language.say("Code", "代码") }
  /// The heading above the listings of whole files.
  var sources: String { language.say("Sources", "源代码") }

  /// The heading above the names of a framework.
  func comingFrom(_ framework: String) -> String {
    language.say("Coming from \(framework)", "来自 \(framework)")
  }

  /// What stands behind a property of a type within the section's own.
  func of(_ owner: String) -> String { language.say(" of \(owner)", "，属于 \(owner)") }

  /// The name of a field of a documentation.
  func field(_ name: String) -> String {
    switch name {
    case "Shape": language.say(name, "形状")
    case "Returns": language.say(name, "返回")
    case "Throws": language.say(name, "抛出")
    case "Source": language.say(name, "出处")
    case "Note": language.say(name, "说明")
    default: name
    }
  }
}
