import Foundation
import Testing

/// A browser without a window, driven through a pipe.
///
/// One thread at a time may use it; the suites that do are serialized.
/// - Source: Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/
package final class Browser: @unchecked Sendable {
  /// The browser of the test that runs.
  @TaskLocal package static var current: Browser?

  private static let name = "chromium"

  /// Whether there is one on this machine.
  package static var isHere: Bool { Tool.exists(name) }

  /// A folder that lasts as long as the browser.
  package let folder = FileManager.default.temporaryDirectory.appending(
    path: "gradbook-browser-\(UUID())")
  private let process = Process()
  private let requests = Pipe()
  private let messages = Pipe()
  private var received = Data()
  private var requestCount = 0
  /// The loads that have ended since the last one was asked for, by their identifiers.
  private var loads: Set<String> = []
  /// The uncaught exceptions and refused requests of the page until now.
  package private(set) var faults: [String] = []

  /// What went wrong between a test and the browser.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    /// Makes a failure.
    package init(description: String) { self.description = description }
  }

  /// Starts a browser.
  package init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = URL(filePath: "/bin/sh")
    // The browser reads requests from descriptor 3 and writes messages to 4.
    process.arguments = [
      "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null", Self.name, "--headless",
      "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
      "--disable-extensions", "--disable-background-networking",
      // A mouse: without a window there is none.
      "--blink-settings=primaryHoverType=2,availableHoverTypes=2,"
        + "primaryPointerType=4,availablePointerTypes=4",
      "--user-data-dir=\(folder.appending(path: "profile").path)",
    ]
    process.standardInput = requests
    process.standardOutput = messages
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Ends the browser and removes its folder.
  package func close() {
    _ = try? send("Browser.close")
    try? requests.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Where the pages of one test store what they store.
  private var context: String?

  /// A page in a browser that knows nothing of earlier pages.
  package func freshPage() throws -> BrowserPage {
    let earlier = context
    let context = try text("browserContextId", of: send("Target.createBrowserContext"))
    self.context = context
    _ = try send(
      "Browser.grantPermissions",
      [
        "browserContextId": context,
        "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
      ])
    let page = try addPage()
    if let earlier { _ = try send("Target.disposeBrowserContext", ["browserContextId": earlier]) }
    faults = []
    return page
  }

  /// A further page, which stores the same things as the first.
  package func addPage() throws -> BrowserPage {
    let target = try send(
      "Target.createTarget",
      [
        "url": "about:blank", "browserContextId": context ?? "", "width": 1200, "height": 800,
        "newWindow": true,
      ])
    let session = try text(
      "sessionId",
      of: send(
        "Target.attachToTarget", ["targetId": text("targetId", of: target), "flatten": true]))
    for domain in ["Page", "Runtime", "Log"] { _ = try send("\(domain).enable", in: session) }
    _ = try send("Page.setLifecycleEventsEnabled", ["enabled": true], in: session)
    _ = try send("Emulation.setFocusEmulationEnabled", ["enabled": true], in: session)
    let page = BrowserPage(browser: self, session: session)
    try page.noteWhatIsStored()
    return page
  }

  /// Calls a method of the protocol.
  /// - Returns: its result
  /// - Throws: `Failure` if the browser reports an error or is silent for a minute
  package func send(_ method: String, _ parameters: [String: Any] = [:], in session: String? = nil)
    throws
    -> [String: Any]
  {
    requestCount += 1
    var request: [String: Any] = ["id": requestCount, "method": method, "params": parameters]
    request["sessionId"] = session
    let bytes = try JSONSerialization.data(withJSONObject: request)
    try requests.fileHandleForWriting.write(contentsOf: bytes + [0])
    while true {
      let message = try receive(during: "\(method) \(parameters)")
      guard message["id"] as? Int == requestCount else {
        note(message)
        continue
      }
      if let error = message["error"] { throw Failure(description: "\(method): \(error)") }
      return message["result"] as? [String: Any] ?? [:]
    }
  }

  /// Calls a method of the protocol that loads a document, and waits until it has loaded.
  package func load(_ method: String, _ parameters: [String: Any] = [:], in session: String) throws
  {
    loads = []
    let result = try send(method, parameters, in: session)
    if let error = result["errorText"] { throw Failure(description: "\(error)") }
    let load = result["loaderId"] as? String
    let earlier = loads
    func hasLoaded() -> Bool {
      guard let load else { return !loads.isEmpty }
      // A page that loads itself again before it is there has another load.
      return loads.contains(load) || loads != earlier
    }
    while !hasLoaded() { note(try receive(during: method)) }
  }

  private func text(_ name: String, of result: [String: Any]) throws -> String {
    guard let text = result[name] as? String else {
      throw Failure(description: "no '\(name)' in \(result)")
    }
    return text
  }

  private func note(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Page.lifecycleEvent":
      if parameters["name"] as? String == "load", let load = parameters["loaderId"] as? String {
        loads.insert(load)
      }
    case "Runtime.exceptionThrown": faults.append("\(parameters["exceptionDetails"] ?? "")")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any]
      if entry?["level"] as? String == "error" { faults.append("\(entry?["text"] ?? "")") }
    default: break
    }
  }

  /// - Parameter call: what is waited for, for the message about a browser that is silent
  private func receive(during call: String) throws -> [String: Any] {
    let handle = messages.fileHandleForReading
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = try JSONSerialization.jsonObject(with: received[..<end])
        received = Data(received[(end + 1)...])
        return message as? [String: Any] ?? [:]
      }
      var state = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 60_000) > 0 else {
        throw Failure(description: "\(Self.name) is silent during \(call)")
      }
      let more = handle.availableData
      if more.isEmpty { throw Failure(description: "\(Self.name) has ended") }
      received += more
    }
  }
}

/// Starts a browser for a suite, or for a test, and ends it afterwards.
package struct BrowserTrait: SuiteTrait, TestTrait, TestScoping {
  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let browser = try Browser()
    defer { browser.close() }
    try await Browser.$current.withValue(browser) { try await function() }
  }
}

extension Trait where Self == BrowserTrait {
  /// Runs the suite or test with a browser.
  package static var inBrowser: Self { BrowserTrait() }
}

extension Trait where Self == ConditionTrait {
  /// Leaves out what needs a browser where there is none, and says so.
  package static var enabledWithBrowser: Self {
    .enabled(if: Browser.isHere, "needs chromium, which is not here")
  }
}
