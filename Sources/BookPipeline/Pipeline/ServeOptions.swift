import ArgumentParser

/// The options of `gradbook serve`. `gradbook` checks them; `gradbook-serve`, which it starts, obeys.
package struct ServeOptions: ParsableArguments {
  @Option(help: "The book: a folder that holds Chapters.")
  package var book = "."

  @Option(help: "The port to listen on; 0 for any that is free.")
  package var port = 4747

  @Flag(help: "Open the book in the browser.")
  package var open = false

  @Flag(help: "Show the book and let knobs be turned; nothing can be edited or saved.")
  package var readOnly = false

  @Flag(
    name: .customLong("no-sandbox"),
    help: "Run blocks without the sandbox: whatever runs in a page can then do all that you can do."
  )
  package var noSandbox = false

  package init() {}

  package func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("'--port' is a number from 0 to 65535, and 0 means any that is free.")
    }
  }

  /// What the command does, in a line.
  package static let abstract =
    "Show the book in a browser, where its blocks can be edited and run."
  /// What the command does, at length.
  package static let discussion = """
    The pages are those of the site; a block's Edit button, Enter or a double click makes it an editor. \
    What is saved here or in any other editor is seen in the open pages at once. Only programs on this \
    machine reach the server, and only those that know the key in the address that it prints. Ctrl-C \
    ends it.

    Example: gradbook serve --open
             gradbook serve --book ~/my-book --port 8080
    """
}
