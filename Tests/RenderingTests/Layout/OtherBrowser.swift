import Foundation
import TestBrowser
import Testing

/// A browser in which pages are looked at besides Chromium, through the commands of WebDriver.
/// - Source: W3C, WebDriver, https://www.w3.org/TR/webdriver2/
protocol OtherBrowser: AnyObject {
  /// The packages in which Debian has it.
  static var packages: String { get }
  /// Whether there is one on this machine.
  static var isHere: Bool { get }

  /// A folder that lasts as long as the browser.
  var folder: URL { get }

  /// Starts a browser.
  init() throws
  /// Calls a command and gives its value.
  func send(_ command: WebDriverCommand, _ parameters: [String: Any]) throws -> Any?
  /// Ends the browser and removes its folder.
  func close()
}

/// A command of WebDriver.
enum WebDriverCommand: String {
  case newSession = "NewSession"
  case navigate = "Navigate"
  case executeScript = "ExecuteScript"
  case switchToFrame = "SwitchToFrame"
  case switchToParentFrame = "SwitchToParentFrame"
}

extension OtherBrowser {
  /// Opens an address and waits until it has loaded.
  ///
  /// A window is never as narrow as a phone's. The page stands in a frame, which is as wide as told.
  func open(_ address: URL) throws {
    let file = folder.appending(path: "frame.html")
    let frame = """
      <!DOCTYPE html><title>A frame</title><body style="margin: 0">
      <iframe src="\(address.absoluteString)" style="border: 0; width: 1200px; height: 800px"></iframe>
      """
    try Data(frame.utf8).write(to: file)
    _ = try send(.navigate, ["url": file.absoluteString])
    _ = try send(.switchToFrame, ["id": 0])
  }

  /// Makes the page narrower or wider.
  func resize(width: Int) throws {
    _ = try send(.switchToParentFrame, [:])
    _ = try text("document.querySelector('iframe').style.width = '\(width)px'")
    _ = try send(.switchToFrame, ["id": 0])
  }

  /// The value of an expression in JavaScript as a text.
  func text(_ expression: String) throws -> String {
    let value = try send(
      .executeScript, ["script": "return String(\(expression))", "args": [String]()])
    guard let text = value as? String else {
      throw Browser.Failure(description: "\(expression): \(value ?? "nothing")")
    }
    return text
  }
}

extension Trait where Self == ConditionTrait {
  /// Leaves out what needs a browser where there is none, and says so.
  static func enabled(with browser: any OtherBrowser.Type) -> Self {
    let isHere = browser.isHere
    return .enabled(if: isHere, "needs \(browser.packages), not found here")
  }
}
