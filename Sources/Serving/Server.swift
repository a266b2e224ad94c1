import BookModel
import BookPipeline
import Execution
import Foundation
import LanguageSupport

/// The command `gradbook serve`.
package struct Server {
  /// The reason why nothing is served.
  private struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  private let options: ServeOptions

  /// Makes a server that does not listen yet.
  package init(_ options: ServeOptions) { self.options = options }

  /// Serves the book until the task is cancelled.
  package func run() async throws {
    let console = Console()
    let folder = BookFolder(options.book)
    _ = try folder.contents()
    let executor = Executor(
      .init(sandbox: options.noSandbox ? .off : .required, keepsCompiler: !options.readOnly)
    ) { event in
      if case .warned(let warning) = event.step { return console.showAtOnce(warning) }
      console.showProgress(event.description)
    }
    if let problem = await executor.sandboxError() {
      throw Refusal(
        description: """
          \(problem.message)
            hint: with --no-sandbox blocks run all the same, and can then do all that you can do
          """)
    }
    let use = await CacheUse()
    defer { use.end() }
    console.show(use.warnings)
    let token = AccessToken()
    let responder = LateResponder()
    let service = SwiftService(executor, onMessage: console.showAtOnce, onReady: {})
    let server = try await LoopbackServer(
      port: options.port, gate: { Gate(port: $0, token: token) },
      respond: { await responder.respond(to: $0) })
    func end() async {
      await server.close()
      async let compilers: Void = executor.end()
      await service.end()
      await compilers
    }
    do {
      // A change during the first build must not be missed.
      let watch = try FolderWatch(folder, rest: 10)
      let book = try await ServedBook(folder, executor)
      responder.begin(
        Router(
          book: book, assistant: Assistant(book: BookOnDisk(), service: service),
          isReadOnly: options.readOnly, hasNoSandbox: options.noSandbox))
      let address = "http://127.0.0.1:\(server.port)/#token=\(token.text)"
      print("Open \(address)")
      fflush(nil)
      let page = options.open ? try OpenedPage(leadingTo: address) : nil
      await book.follow(watch)
      withExtendedLifetime(page) {}
    } catch {
      await end()
      throw error
    }
    await end()
    try Task.checkCancellation()
  }
}
