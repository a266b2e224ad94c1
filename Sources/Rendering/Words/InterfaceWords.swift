import BookModel
import OutputViews

/// The words that a page itself says, in the chapter's language.
///
/// To add a word, add a line here; to add a language, add a case to `FrontMatter.Language`, and
/// the compiler names the places.
struct InterfaceWords {
  /// The language to speak.
  let language: FrontMatter.Language
  /// The book that the page belongs to.
  var description = BookDescription()

  /// Whichever of two phrasings is in the language to speak.
  func say(_ english: String, _ chinese: String) -> String { language.say(english, chinese) }

  /// The words around the outputs of experiments.
  var outputs: OutputWords { OutputWords(language == .english ? .english : .chinese) }

  /// The value of the `lang` attribute.
  var languageTag: String { say("en", "zh-Hans") }
  /// The language's own name for itself.
  var languageName: String { say("English", "中文") }

  // The book and its frame.
  var bookTitle: String { description.title(in: language) }
  var bookDescription: String? { description.summary(in: language) }
  func authors(_ names: [String]) -> String { names.joined(separator: say(", ", "、")) }
  func licence(_ name: String) -> String { say("Licence: \(name)", "许可：\(name)") }
  var skipToContent: String { say("Skip to the text", "跳到正文") }
  var book: String { say("Book", "全书") }
  var chapters: String { say("Chapters", "各章") }
  var otherChapters: String { say("Other chapters", "单独的章节") }
  var inThisChapter: String { say("In this chapter", "本章内容") }
  var neighbours: String { say("Neighbouring chapters", "前后章") }
  var previous: String { say("Previous", "上一章") }
  var next: String { say("Next", "下一章") }
  var translations: String { say("Other languages", "其他语言") }
  func chapter(_ number: Int) -> String { say("Chapter \(number)", "第 \(number) 章") }

  // Code and its outputs.
  func block(_ number: Int) -> String { say("Block \(number)", "代码块 \(number)") }
  func code(ofBlock number: Int?) -> String {
    guard let number else { return say("Code", "代码") }
    return say("Code of block \(number)", "代码块 \(number) 的代码")
  }
  func output(ofBlock number: Int) -> String {
    say("Output of block \(number)", "代码块 \(number) 的输出")
  }
  var showChartCode: String { say("Show the chart's code", "显示绘图代码") }
  var showCode: String { say("Show the code", "显示代码") }
  var copy: String { say("Copy", "复制") }
  var copied: String { say("Copied", "已复制") }

  var formula: String { say("Formula", "公式") }

  // Values.
  func missingValue(_ name: String) -> String { say("[no value: \(name)]", "［无值：\(name)］") }

  // Things that went wrong.
  func moreFaults(_ count: Int) -> String {
    say("\(count) more errors; the build names them.", "另有 \(count) 处错误，构建时会逐一列出。")
  }
  func refusedLink(_ address: String) -> String {
    say("(no link: \(address))", "（未设链接：\(address)）")
  }
}
