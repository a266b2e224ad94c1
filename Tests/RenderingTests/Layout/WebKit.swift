import Foundation
import TestBrowser

/// WebKitGTK's small browser on a screen that nobody sees, driven through WebDriver's own protocol.
/// - Source: W3C, WebDriver, section 6, https://www.w3.org/TR/webdriver2/#protocol
final class WebKit: OtherBrowser {
  static let packages = "webkit2gtk-driver with xvfb"
  static var isHere: Bool { Tool.exists("WebKitWebDriver") && Tool.exists("Xvfb") }

  let folder = FileManager.default.temporaryDirectory.appending(path: "gradbook-webkit-\(UUID())")
  private let process = Process()
  private let life = Pipe()
  private let port = Connection.freePort()
  private var session = ""

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.script, folder.path, "\(port)"]
    process.standardInput = life
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let value = try send(.newSession, ["capabilities": [String: Any]()]) as? [String: Any]
    guard let session = value?["sessionId"] as? String else {
      throw Browser.Failure(description: "no session: \(value ?? [:])")
    }
    self.session = session
    _ = try request("POST", "/session/\(session)/window/rect", ["width": 1600, "height": 1000])
  }

  func close() {
    _ = try? request("DELETE", "/session/\(session)")
    try? life.fileHandleForWriting.write(contentsOf: [UInt8(ascii: "\n")])
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  func send(_ command: WebDriverCommand, _ parameters: [String: Any]) throws -> Any? {
    let path =
      switch command {
      case .newSession: ""
      case .navigate: "/\(session)/url"
      case .executeScript: "/\(session)/execute/sync"
      case .switchToFrame: "/\(session)/frame"
      case .switchToParentFrame: "/\(session)/frame/parent"
      }
    return try request("POST", "/session\(path)", parameters)
  }

  private func request(_ method: String, _ path: String, _ body: [String: Any] = [:]) throws -> Any?
  {
    let body = try JSONSerialization.data(withJSONObject: body)
    let head = """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Connection: close\r
      Content-Type: application/json\r
      Content-Length: \(body.count)\r
      \r

      """
    let connection = try Connection.patient { port }
    try connection.write(Array(head.utf8) + body)
    let lines = try connection.read(through: "\r\n\r\n").components(separatedBy: "\r\n")
    let length = lines.first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) }
    let answer = try JSONSerialization.jsonObject(with: Data(connection.read(length ?? 0)))
    guard lines[0].contains(" 200 ") else {
      throw Browser.Failure(description: "\(path): \(answer)")
    }
    return (answer as? [String: Any])?["value"]
  }

  /// Starts a screen, which chooses its number, and the driver, and ends both with a line of input or
  /// its end. The screen ends by itself with its last window, or else with all of its group; other
  /// signals than this one may be kept from them.
  private static let script = """
    export HOME="$0" XDG_RUNTIME_DIR="$0" NO_AT_BRIDGE=1
    mkfifo "$0/number"
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -terminate 3>"$0/number" &
    screen=$!
    read -r number <"$0/number"
    DISPLAY=":$number" WebKitWebDriver --port="$1" &
    read -r end
    kill -KILL $!
    (sleep 5; kill -KILL 0) &
    wait "$screen"
    kill -KILL 0
    """
}
