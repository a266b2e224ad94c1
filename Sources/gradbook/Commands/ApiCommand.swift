import ArgumentParser
import BookModel
import BookPipeline
import Execution
import Files
import Markdown
import Reference

struct ApiCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api",
    abstract: "Print what the reference says of a name of the engine, the charts or the notebook.",
    discussion: """
      Names of PyTorch, Gluon, NumPy, optax, Keras and matplotlib lead to ours.

      Example: gradbook api SGD
               gradbook api NDArray.sum
               gradbook api torch.optim.Adam
      """)

  @Argument(help: "The name, with or without the type around it.")
  var name: String

  @Option(help: "The book whose examples are shown. (default: the one beside the engine)")
  var book: String?

  @OptionGroup var running: RunningOptions

  func run() async throws {
    let command = self
    try await Interruption.ending { try await command.work() }
  }

  private func work() async throws {
    let pipeline = Pipeline(running)
    switch await pipeline.reference.load() {
    case .failure(let problem):
      pipeline.console.show([problem])
      throw ExitCode(1)
    case .success(let reference):
      let examples = try await examples()
      let answer = ReferenceAnswer(name, in: reference) { examples[$0] }
      if let text = answer.text { return print(text.forTerminal) }
      let hint =
        answer.near.isEmpty
        ? "'gradbook api' knows public names, and those that the reference lists as foreign"
        : "did you mean \(answer.near.map { "'\($0)'" }.joined(separator: ", "))?"
      pipeline.console.show([
        Diagnostic(at: nil, "nothing is called '\(name)'", hint: hint)
      ])
      throw ExitCode(1)
    }
  }

  /// The first example below each heading of the chapters that document the engine.
  private func examples() async throws -> [String: String] {
    guard let place = book ?? EngineLocation.package,
      let contents = BookFolder(place).readContents()
    else { return [:] }
    let load = try await ChapterLoad(contents.chapters)
    var examples: [String: String] = [:]
    for chapter in load.chapters where chapter.frontMatter.isReference {
      guard let tree = chapter.tree else { continue }
      var heading = ""
      for node in MarkdownDocument(tree).root.children {
        if node.headingLevel != nil { heading = node.plainText }
        guard node.kind == .block, let item = node.item, examples[heading] == nil else { continue }
        examples[heading] = chapter.blocks[item].code
      }
    }
    return examples
  }
}
