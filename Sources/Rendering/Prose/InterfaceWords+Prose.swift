import BookModel
import Prose

/// The words for what a text refers to.
extension InterfaceWords {
  func table(_ number: String) -> String { say("Table \(number)", "表 \(number)") }
  func equation(_ number: String) -> String { say("Equation \(number)", "式 \(number)") }
  func section(_ number: String) -> String { say("Section \(number)", "第 \(number) 节") }
  func exercise(_ number: String) -> String { say("Exercise \(number)", "练习 \(number)") }
  var table: String { say("Table", "表") }
  func mention(_ number: Int) -> String { say("Mention \(number)", "提及 \(number)") }

  // Footnotes and margin notes.
  func note(_ number: Int) -> String { say("Note \(number)", "注 \(number)") }
  func backFromNote(_ number: Int) -> String {
    say("\(number): back to the text", "\(number)：回到正文")
  }

  // Citations.
  var bibliography: String { say("References", "参考文献") }
  func citation(_ names: [String], more: Bool, year: String) -> String {
    switch (names.count, more) {
    case (0, _): year
    case (1, false): "\(names[0]) \(year)"
    case (2, false): say("\(names[0]) and \(names[1]) \(year)", "\(names[0])、\(names[1]) \(year)")
    default: say("\(names[0]) et al. \(year)", "\(names[0]) 等 \(year)")
    }
  }
  var citationBrackets: (opening: String, closing: String) { (say("(", "（"), say(")", "）")) }
  var citationSeparator: String { say("; ", "；") }
  func edition(_ name: String) -> String { say("\(name) edition", "第 \(name) 版") }
  func nameList(_ names: [String], more: Bool) -> String {
    if more { return (names + [say("et al.", "等")]).joined(separator: say(", ", "，")) }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return say(
      "\(names.dropLast().joined(separator: ", ")) and \(last)", names.joined(separator: "，"))
  }

  /// The title of an admonition.
  func title(of kind: Admonition.Kind) -> String {
    switch kind {
    case .note: say("Note", "说明")
    case .tip: say("Tip", "提示")
    case .important: say("Important", "要点")
    case .warning: say("Warning", "警告")
    case .caution: say("Caution", "当心")
    }
  }
  func task(isDone: Bool) -> String { isDone ? say("Done", "已完成") : say("To do", "待办") }
}
