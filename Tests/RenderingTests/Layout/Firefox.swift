import Foundation

/// A Firefox without a window, driven through its own protocol.
/// - Source: Marionette, https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
final class Firefox {
  private static let name = "firefox-esr"

  /// Whether there is one on this machine.
  static var isHere: Bool { Tool.exists(name) }

  /// A folder that lasts as long as the browser.
  let folder = FileManager.default.temporaryDirectory.appending(path: "gradbook-firefox-\(UUID())")
  private let process = Process()
  private var connection: Int32 = -1
  private var requestCount = 0

  /// Starts a browser.
  init() throws {
    let profile = folder.appending(path: "profile")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    // With port 0 it chooses one, and writes it into its profile.
    try Data("user_pref('marionette.port', 0);\n".utf8).write(
      to: profile.appending(path: "user.js"))
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      Self.name, "--headless", "--marionette", "--no-remote", "--profile", profile.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try connect(portFile: profile.appending(path: "MarionetteActivePort"))
    _ = try receive()
    _ = try send("WebDriver:NewSession")
  }

  /// Ends the browser and removes its folder.
  func close() {
    _ = try? send("Marionette:Quit", ["flags": ["eForceQuit"]])
    if connection >= 0 { Foundation.close(connection) }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Opens an address and waits until it has loaded.
  func open(_ address: URL) throws {
    _ = try send("WebDriver:Navigate", ["url": address.absoluteString])
  }

  /// The value of an expression in JavaScript as a text.
  func text(_ expression: String) throws -> String {
    let result = try send(
      "WebDriver:ExecuteScript", ["script": "return String(\(expression))", "args": [String]()])
    guard let value = result["value"] as? String else {
      throw Browser.Failure(description: "\(expression): \(result)")
    }
    return value
  }

  private func connect(portFile: URL) throws {
    for _ in 0..<600 {
      if let text = try? String(contentsOf: portFile, encoding: .utf8), let port = UInt16(text) {
        connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            Foundation.connect(connection, $0, size) == 0
          }
        }
        if isConnected { return }
        Foundation.close(connection)
        connection = -1
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw Browser.Failure(description: "\(Self.name) does not answer")
  }

  /// Calls a command. Each message is its length in bytes, a colon, and an array in JSON.
  private func send(_ command: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    requestCount += 1
    let request: [Any] = [0, requestCount, command, parameters]
    let bytes = try JSONSerialization.data(withJSONObject: request)
    let message = Array("\(bytes.count):".utf8) + bytes
    var sent = 0
    while sent < message.count {
      let count = message[sent...].withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Browser.Failure(description: "\(Self.name) has ended") }
      sent += count
    }
    let answer = try receive() as? [Any] ?? []
    guard answer.count == 4, answer[2] is NSNull else {
      throw Browser.Failure(description: "\(command): \(answer)")
    }
    return answer[3] as? [String: Any] ?? [:]
  }

  private func receive() throws -> Any {
    var length = 0
    while let byte = try read(1).first, byte != UInt8(ascii: ":") {
      length = length * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return try JSONSerialization.jsonObject(with: Data(read(length)))
  }

  private func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var state = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 60_000) > 0 else {
        throw Browser.Failure(description: "\(Self.name) is silent")
      }
      var buffer = [UInt8](repeating: 0, count: count - bytes.count)
      let found = Foundation.read(connection, &buffer, buffer.count)
      guard found > 0 else { throw Browser.Failure(description: "\(Self.name) has ended") }
      bytes += buffer.prefix(found)
    }
    return bytes
  }
}
