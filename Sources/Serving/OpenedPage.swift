import Files
import Foundation

/// A page that leads the browser to the server.
///
/// What a program is started with can be seen by all users of a machine, and the server's address holds
/// the key. So the browser is given a file that only its user can read, and that leads on. It exists as
/// long as this value.
final class OpenedPage {
  private let folder: TemporaryFolder

  /// Opens an address in the user's browser, where the system knows how to.
  /// - Throws: `FileError` when the page cannot be written
  init(leadingTo address: String) throws(FileError) {
    folder = try TemporaryFolder()
    let path = folder.path + "/gradbook.html"
    let page = """
      <!DOCTYPE html>
      <meta charset="utf-8">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="refresh" content="0; url=\(address)">
      <title>Gradbook</title>

      """
    try FileAccess.writeAtomically(Array(page.utf8), to: path)
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [opener, path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Without a browser the printed address is there.
    try? process.run()
  }
}
