import BookModel
import LanguageProtocol
import LanguageSupport

/// Turns answers about a chapter's text into values of the protocol.
struct ProtocolConversion: Sendable {
  let text: ChapterText
  let unit: ColumnUnit

  /// Returns a place of the text.
  func position(_ offset: Int) -> TextPosition {
    let position = text.lines.position(ofByte: offset, unit)
    return TextPosition(line: position.line, character: position.column)
  }

  /// Returns a range of the text.
  func range(_ bytes: Range<Int>) -> TextRange {
    TextRange(start: position(bytes.lowerBound), end: position(bytes.upperBound))
  }

  /// Returns a finding in the words of a build.
  func diagnostic(_ diagnostic: Diagnostic, uri: String) -> DocumentDiagnostic {
    let hint = diagnostic.hint.map { "\nhint: " + $0 } ?? ""
    return DocumentDiagnostic(
      range: diagnostic.range.map { range(text.bytes(of: $0)) } ?? range(0..<0),
      severity: diagnostic.severity == .error ? 1 : 2, source: "gradbook",
      message: diagnostic.message + hint,
      related: diagnostic.notes.filter { $0.range.file == diagnostic.range?.file }.map {
        .init(
          location: Location(uri: uri, range: range(text.bytes(of: $0.range))), message: $0.message)
      })
  }

  /// Returns a proposal.
  /// - Parameter fillsIn: true for a client that can fill in the places of templates
  func item(_ completion: Completion, fillsIn: Bool) -> CompletionItem {
    var item = CompletionItem(label: completion.label)
    item.kind = completion.kind.rawValue
    item.detail = completion.detail
    item.documentation = completion.documentation.map { .markdown($0) }
    (item.filterText, item.sortText) = (completion.filter, completion.order)
    let isTemplate = fillsIn && completion.isTemplate
    item.insertTextFormat = isTemplate ? 2 : 1
    item.textEdit = CompletionEdit(
      range: range(completion.replaced),
      newText: isTemplate ? completion.insertion : completion.plainInsertion)
    return item
  }

  /// Returns the forms of a call.
  func help(_ help: CallHelp) -> SignatureHelp {
    SignatureHelp(
      signatures: help.forms.map { form in
        .init(
          label: form.text, documentation: form.documentation.map { .markdown($0) },
          parameters: form.parameters.map { .init(label: .text($0)) },
          activeParameter: form.activeParameter)
      },
      activeSignature: help.activeForm,
      activeParameter: help.forms.indices.contains(help.activeForm)
        ? help.forms[help.activeForm].activeParameter : nil)
  }

  /// Returns a part of an outline. The kinds are the protocol's numbers: a module for a section, a
  /// function for an experiment, a namespace for a setup, an object for the others.
  func symbol(_ item: OutlineItem) -> DocumentSymbol {
    let kind =
      switch item.kind {
      case .section: 2
      case .setup: 3
      case .experiment: 12
      case .figure, .table, .equation: 19
      }
    return DocumentSymbol(
      name: item.name, detail: item.detail, kind: kind, range: range(item.range),
      selectionRange: range(item.heading), children: item.children.map(symbol))
  }
}
