import BookModel
import Prose

/// The words for what a text refers to.
extension InterfaceWords {
  func figure(_ number: String) -> String { outputs.figure(number) }
  func table(_ number: String) -> String { outputs.table(number) }
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
