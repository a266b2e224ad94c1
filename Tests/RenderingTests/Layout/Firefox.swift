import Foundation
import TestBrowser

/// A Firefox without a window, driven through its own protocol.
/// - Source: Marionette, https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
final class Firefox: OtherBrowser {
  static let packages = "firefox-esr"
  static var isHere: Bool { Tool.exists("firefox-esr") }

  let folder = FileManager.default.temporaryDirectory.appending(path: "gradbook-firefox-\(UUID())")
  private let process = Process()
  private let connection: Connection
  private var requestCount = 0

  init() throws {
    let profile = folder.appending(path: "profile")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    // With port 0 it chooses one, and writes it into its profile.
    try Data("user_pref('marionette.port', 0);\n".utf8).write(
      to: profile.appending(path: "user.js"))
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", profile.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let portFile = profile.appending(path: "MarionetteActivePort")
    connection = try Connection.patient {
      (try? String(contentsOf: portFile, encoding: .utf8)).flatMap { UInt16($0) }
    }
    _ = try receive()
    _ = try send(.newSession, [:])
  }

  func close() {
    _ = try? call("Marionette:Quit", ["flags": ["eForceQuit"]])
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  func send(_ command: WebDriverCommand, _ parameters: [String: Any]) throws -> Any? {
    try call("WebDriver:\(command.rawValue)", parameters)["value"]
  }

  /// Calls a command. Each message is its length in bytes, a colon, and an array in JSON.
  private func call(_ command: String, _ parameters: [String: Any]) throws -> [String: Any] {
    requestCount += 1
    let request: [Any] = [0, requestCount, command, parameters]
    let bytes = try JSONSerialization.data(withJSONObject: request)
    try connection.write(Array("\(bytes.count):".utf8) + bytes)
    let answer = try receive() as? [Any] ?? []
    guard answer.count == 4, answer[2] is NSNull else {
      throw Browser.Failure(description: "\(command): \(answer)")
    }
    return answer[3] as? [String: Any] ?? [:]
  }

  private func receive() throws -> Any {
    let length = Int(try connection.read(through: ":")) ?? 0
    return try JSONSerialization.jsonObject(with: Data(connection.read(length)))
  }
}
