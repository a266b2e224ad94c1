import Foundation
import Testing

/// A page in a browser, and what a reader can do with it.
package struct BrowserPage {
  package let browser: Browser
  package let session: String

  /// The page of the browser of the test that runs, to open an address.
  package static func fresh() throws -> BrowserPage { try #require(Browser.current).freshPage() }

  /// An empty page.
  package static func empty() throws -> BrowserPage {
    let page = try fresh()
    try page.open(#require(URL(string: "about:blank")))
    return page
  }

  // MARK: Loading

  /// Opens an address and waits until it has loaded.
  package func open(_ address: URL) throws {
    try browser.load("Page.navigate", ["url": address.absoluteString], in: session)
  }

  /// Loads the page anew, and finds what it has stored.
  package func reload() throws {
    let stored = try self.stored
    try browser.load("Page.reload", in: session)
    try find(stored)
  }

  /// What pages have stored, as this one sees it.
  package var stored: String { get throws { try text(Self.stored) } }

  /// Sees to it that the page began with what a page before it had stored.
  ///
  /// What a page stores reaches the browser a moment later, and is lost if the page is gone by then. No
  /// reader is as quick as a test, and no moment is long enough on a loaded machine: what was lost is
  /// stored again, and the page loaded anew.
  package func find(_ stored: String) throws {
    for attempt in 1...10 where try text("globalThis.storedAtFirst") != stored {
      _ = try text(
        """
        (() => {
          localStorage.clear();
          for (const [key, value] of \(stored)) localStorage.setItem(key, value);
        })()
        """)
      Thread.sleep(forTimeInterval: 0.1 * Double(attempt))
      try browser.load("Page.reload", in: session)
    }
  }

  /// Notes in every document, before any script of its own, what is stored.
  func noteWhatIsStored() throws {
    _ = try send(
      "Page.addScriptToEvaluateOnNewDocument",
      ["source": "try { globalThis.storedAtFirst = \(Self.stored); } catch { }"])
  }

  private static let stored = "JSON.stringify(Object.entries(localStorage).sort())"

  /// The uncaught exceptions and refused requests until now.
  package var faults: [String] { browser.faults }

  /// Shows the page as on another medium, or to a reader with other preferences.
  /// - Parameters:
  ///   - medium: `print` or `screen`
  ///   - preferences: values by names such as `prefers-color-scheme`
  package func emulate(
    medium: String = "screen", _ preferences: KeyValuePairs<String, String> = [:]
  ) throws {
    let features = preferences.map { ["name": $0.key, "value": $0.value] }
    _ = try send("Emulation.setEmulatedMedia", ["media": medium, "features": features])
  }

  /// Makes the page's window narrower or wider.
  package func resize(width: Int) throws {
    _ = try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false])
  }

  /// Prints the page; the sheets are not looked at.
  package func print() throws { _ = try send("Page.printToPDF") }

  // MARK: Looking

  /// The value of an expression in JavaScript as a text; of a promise, what it comes to.
  package func text(_ expression: String) throws -> String {
    let result = try send(
      "Runtime.evaluate",
      [
        "expression": "(async () => String(await (\(expression))))()", "awaitPromise": true,
        "returnByValue": true, "userGesture": true,
      ])
    let value = (result["result"] as? [String: Any])?["value"] as? String
    guard let value, result["exceptionDetails"] == nil else {
      throw Browser.Failure(description: "\(expression): \(result)")
    }
    return value
  }

  /// Whether a condition in JavaScript holds.
  package func holds(_ condition: String) throws -> Bool {
    try text("!!(await (\(condition)))") == "true"
  }

  /// Whether a condition holds within ten seconds. The page may change to another one meanwhile.
  package func comes(_ condition: String) throws -> Bool {
    for _ in 0..<500 {
      if (try? holds(condition)) == true { return true }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return try holds(condition)
  }

  /// Whether a page with this title comes and loads within ten seconds.
  package func arrives(at title: String) throws -> Bool {
    try comes(
      "document.readyState === 'complete' && document.title.startsWith(\(Self.literal(title)))")
  }

  /// The text in the clipboard.
  package var clipboard: String { get throws { try text("navigator.clipboard.readText()") } }

  // MARK: Acting

  /// Presses and releases a key.
  /// - Parameters:
  ///   - key: a character, or a name such as `ArrowLeft`
  ///   - isControlHeld: whether the Control key is held meanwhile
  ///   - isShiftHeld: whether the Shift key is
  package func press(
    _ key: String, isControlHeld: Bool = false, isShiftHeld: Bool = false
  ) throws {
    let codes = [
      "Backspace": 8, "Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "End": 35, "Home": 36,
      "ArrowLeft": 37,
      "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
    ]
    let modifiers = (isControlHeld ? 2 : 0) + (isShiftHeld ? 8 : 0)
    var event: [String: Any] = ["type": "keyDown", "key": key, "modifiers": modifiers]
    event["windowsVirtualKeyCode"] = codes[key]
    if !isControlHeld { event["text"] = key == "Enter" ? "\r" : key.count == 1 ? key : nil }
    _ = try send("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    event["text"] = nil
    _ = try send("Input.dispatchKeyEvent", event)
  }

  /// Writes into the field that has the focus.
  package func write(_ text: String) throws { _ = try send("Input.insertText", ["text": text]) }

  /// Moves the pointer to a part of an element, its middle unless told otherwise.
  /// - Parameters:
  ///   - selector: the element's selector; the first such element counts
  ///   - part: shares of its width and height
  package func point(at selector: String, _ part: (Double, Double) = (0.5, 0.5)) throws {
    _ = try mouse("mouseMoved", place(of: selector, part))
  }

  /// Clicks on a part of the first element with a selector, its middle unless told otherwise.
  package func click(_ selector: String, _ part: (Double, Double) = (0.5, 0.5)) throws {
    try click(at: place(of: selector, part))
  }

  /// Clicks on a place in the window.
  package func click(x: Double, y: Double) throws { try click(at: [x, y]) }

  private func click(at place: [Double]) throws {
    for type in ["mouseMoved", "mousePressed", "mouseReleased"] { try mouse(type, place) }
  }

  private func mouse(_ type: String, _ place: [Double]) throws {
    var event: [String: Any] = ["type": type, "x": place[0], "y": place[1]]
    if type != "mouseMoved" {
      event["button"] = "left"
      event["clickCount"] = 1
    }
    _ = try send("Input.dispatchMouseEvent", event)
  }

  private func place(of selector: String, _ part: (Double, Double)) throws -> [Double] {
    let place = try text(
      """
      (() => {
        const element = document.querySelector(\(Self.literal(selector)));
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return `${left + width * \(part.0)} ${top + height * \(part.1)}`;
      })()
      """)
    return place.split(separator: " ").compactMap { Double($0) }
  }

  /// A text as an expression in JavaScript.
  package static func literal(_ text: String) -> String {
    let data = (try? JSONEncoder().encode(text)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try browser.send(method, parameters, in: session)
  }
}

extension BrowserPage {
  /// Closes a page that `Browser.addPage` has made.
  package func close() throws { _ = try send("Page.close") }
}
