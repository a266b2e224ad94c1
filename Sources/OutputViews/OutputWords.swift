import ChartDrawing

/// The words that pages say around the outputs of experiments, in the chapter's language.
public struct OutputWords: Sendable {
  /// The language to speak.
  public let language: ChartLanguage

  /// The words of a language.
  public init(_ language: ChartLanguage) { self.language = language }

  private func say(
    _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String
  ) -> String {
    language == .english ? english() : chinese()
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

  // Claims and knobs.
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

  // Figures and tables.
  /// Names a figure.
  public func figure(_ number: String) -> String { say("Figure \(number)", "图 \(number)") }
  /// Names a table.
  public func table(_ number: String) -> String { say("Table \(number)", "表 \(number)") }
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
}
