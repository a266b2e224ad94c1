import ArgumentParser
import BookPipeline
import Execution
import Foundation
import LanguageServer

struct LspCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve an editor: complete, explain and check chapters as they are written.",
    discussion: """
      Speaks the language server protocol on standard input and output; an editor starts it for \
      Markdown files. Nothing runs and no file of a book is written.

      Example, in Neovim: vim.lsp.start({name = 'gradbook', cmd = {'gradbook', 'lsp'}})
      """)

  @Flag(
    name: .customLong("no-sandbox"),
    help: "Start the toolchain's language service without the sandbox.")
  var noSandbox = false

  func run() async throws {
    let sandbox: SandboxUse = noSandbox ? .off : .whereAvailable
    try await Interruption.ending {
      AbandonedFiles.sweep()
      let isOrderly = await EditorSession.serve(
        BookOnDisk(), Executor.Configuration(sandbox: sandbox), from: .standardInput,
        to: .standardOutput)
      if !isOrderly { throw ExitCode(1) }
    }
  }
}
