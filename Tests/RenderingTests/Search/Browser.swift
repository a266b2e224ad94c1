import Foundation

/// A browser without a window, to run what pages run.
enum Browser {
  private static let name = "chromium"

  /// Whether there is one.
  static var isHere: Bool { Tool.exists(name) }

  /// What the body of a function in JavaScript returns, a text.
  static func result(of script: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "gradbook-\(UUID()).html")
    defer { try? FileManager.default.removeItem(at: file) }
    let page = """
      <!DOCTYPE html><meta charset="utf-8"><body><script>
      const run = () => { \(script) };
      try { document.body.textContent = `begin${encodeURIComponent(run())}end`; }
      catch (error) { document.body.textContent = `begin${encodeURIComponent(error)}end`; }
      </script>
      """
    try Data(page.utf8).write(to: file)
    let output = try Tool.run(
      name,
      ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", file.absoluteString], input: [])
    let text = String(decoding: output, as: UTF8.self)
    let result = text.firstRange(of: "begin").flatMap { begin in
      text[begin.upperBound...].firstRange(of: "end").map { text[begin.upperBound..<$0.lowerBound] }
    }
    return String(result ?? "").removingPercentEncoding ?? ""
  }
}
