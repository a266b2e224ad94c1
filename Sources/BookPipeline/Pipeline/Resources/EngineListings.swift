import BookModel
import Execution
import Prose
import SwiftLexing

/// Fills in the listings of the engine's own code.
struct EngineListings {
  private var files: EngineFiles?
  private var hasLooked = false
  private var texts: [String: String] = [:]
  private var declarations: [String: Declarations] = [:]

  /// Puts the code into a block that refers to the engine's sources.
  /// - Returns: the error when there is no such code
  mutating func fill(_ block: inout Block) -> Diagnostic? {
    guard let source = block.options.source else { return nil }
    if !hasLooked { (files, hasLooked) = (EngineFiles(), true) }
    guard let files else {
      return Diagnostic(
        at: block.fence, "the engine's sources are not there",
        hint: "set GRADBOOK_SOURCES to the folder that holds Sources")
    }
    guard let text = read(source.file, files) else {
      let names = files.names
      let question =
        NearMiss.question(source.file, among: names)
        ?? names.first { $0.split(separator: "/").last == source.file.split(separator: "/").last }
        .map { "did you mean '\($0)'?" }
      return Diagnostic(
        at: block.fence, "there is no file '\(source.file)' below Sources",
        hint: question ?? "write for example 'source=GradientDescent/Optimizers/SGD.swift'")
    }
    guard let symbol = source.symbol else {
      block.code = text
      return nil
    }
    let declarations = declarations(of: text, in: source.file)
    let code = declarations.code(of: symbol, documented: !source.omitsDocumentation)
    block.code = code ?? ""
    return code == nil ? unknown(symbol, source.file, declarations.names, at: block.fence) : nil
  }

  private mutating func read(_ file: String, _ files: EngineFiles) -> String? {
    if texts[file] == nil { texts[file] = files.text(of: file) }
    return texts[file]
  }

  /// Whole files are shown without a look for declarations.
  private mutating func declarations(of text: String, in file: String) -> Declarations {
    let found = declarations[file] ?? Declarations(of: text)
    declarations[file] = found
    return found
  }

  private func unknown(
    _ symbol: String, _ file: String, _ names: [String], at place: SourceRange
  ) -> Diagnostic {
    let last = symbol.split(separator: ".").last
    let namesake = names.first { $0.split(separator: ".").last == last }
    let question =
      NearMiss.question(symbol, among: names) ?? namesake.map { "did you mean '\($0)'?" }
    let list = names.prefix(12).joined(separator: ", ")
    return Diagnostic(
      at: place, "there is no '\(symbol)' in '\(file)'",
      hint: question ?? "the file declares \(list)\(names.count > 12 ? ", …" : "")")
  }
}
