import BookModel

/// The words that a page itself says, in the chapter's language.
///
/// To add a word, add a line here; to add a language, add a case to `FrontMatter.Language`, and
/// the compiler names the lines.
struct InterfaceWords {
  /// The language to speak.
  let language: FrontMatter.Language
  /// The book that the page belongs to.
  var description = BookDescription()

  /// Whichever of two phrasings is in the language to speak.
  func say(_ english: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

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
  func printedText(ofBlock number: Int) -> String {
    say("Text printed by block \(number)", "代码块 \(number) 打印的文字")
  }
  func table(ofBlock number: Int) -> String {
    say("Table of block \(number)", "代码块 \(number) 的表")
  }
  var standardError: String { say("Standard error", "标准错误输出") }
  func standardError(ofBlock number: Int) -> String {
    say("Standard error of block \(number)", "代码块 \(number) 的标准错误输出")
  }
  func leftOut(bytes: Int) -> String {
    say("[\(bytes) more bytes are left out]", "［其余 \(bytes) 字节已省略］")
  }
  var showChartCode: String { say("Show the chart's code", "显示绘图代码") }
  var showCode: String { say("Show the code", "显示代码") }
  var copy: String { say("Copy", "复制") }
  var copied: String { say("Copied", "已复制") }

  var formula: String { say("Formula", "公式") }

  // Claims, knobs, values.
  func claimHolds(cases: Int) -> String {
    cases == 1
      ? say("Checked:", "已验证：") : say("Checked in all \(cases) cases:", "\(cases) 种情况均已验证：")
  }
  func claimsHold(_ count: Int) -> String { say("\(count) claims checked", "已验证 \(count) 条论断") }
  func cases(_ count: Int) -> String { say("(\(count) cases)", "（\(count) 种情况）") }
  func claimFails(line: Int, column: Int, failed: Int, of cases: Int) -> String {
    let place = say("Line \(line), column \(column): ", "第 \(line) 行第 \(column) 列：")
    if cases == 1 { return place + say("this claim does not hold:", "此断言不成立：") }
    return place
      + say(
        "this claim does not hold in \(failed) of \(cases) cases:",
        "此断言在 \(cases) 种情况中有 \(failed) 种不成立：")
  }
  func range(_ low: String, _ high: String, standard: String?) -> String {
    let range = say("from \(low) to \(high)", "\(low) 到 \(high)")
    return "(" + range + (standard.map { usually($0) } ?? "") + ")"
  }
  func choices(_ names: [String], standard: String?) -> String {
    let list = names.joined(separator: say(", ", "、"))
    return "(" + say("of \(list)", "可选 \(list)") + (standard.map { usually($0) } ?? "") + ")"
  }
  private func usually(_ value: String) -> String { say("; usually \(value)", "；默认 \(value)") }
  func missingValue(_ name: String) -> String { say("[no value: \(name)]", "［无值：\(name)］") }

  // Figures.
  func figure(_ number: String) -> String { say("Figure \(number)", "图 \(number)") }
  var figureData: String { say("Data of the figure", "图中的数据") }
  func dataFile(rows: Int, of all: Int) -> String {
    rows == all
      ? say("All \(rows) rows as CSV", "全部 \(rows) 行（CSV）")
      : say("\(rows) of \(all) rows as CSV", "\(all) 行中的 \(rows) 行（CSV）")
  }
  func dataTable(ofFigure number: String) -> String {
    say("Data of figure \(number)", "图 \(number) 的数据")
  }

  // Things that went wrong.
  func failure(line: Int, column: Int) -> String {
    say("Error at line \(line), column \(column):", "第 \(line) 行第 \(column) 列出错：")
  }
  func expectedFailure(line: Int, column: Int) -> String {
    say(
      "As expected, at line \(line), column \(column):", "如预期，在第 \(line) 行第 \(column) 列：")
  }
  func moreFaults(_ count: Int) -> String {
    say("\(count) more errors; the build names them.", "另有 \(count) 处错误，构建时会逐一列出。")
  }
  var failureWithoutPlace: String { say("Error:", "出错：") }
  func warning(line: Int, column: Int) -> String {
    say("Look at line \(line), column \(column):", "请看第 \(line) 行第 \(column) 列：")
  }
  var warningWithoutPlace: String { say("Look at this:", "请注意：") }
  func note(line: Int, column: Int) -> String {
    say("Line \(line), column \(column):", "第 \(line) 行第 \(column) 列：")
  }
  /// The separator between a lead such as "Hint:" and the sentence after it.
  var afterLead: String { say(" ", "") }
  var suggestion: String { say("Hint:", "提示：") }
  func refusedLink(_ address: String) -> String {
    say("(no link: \(address))", "（未设链接：\(address)）")
  }
}
