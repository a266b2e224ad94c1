import Foundation
import LanguageProtocol
import LanguageSupport

/// A question about a place of a chapter, as the chapter was when it was asked.
struct Question: Sendable {
  /// Reads the chapter.
  var reading: Task<EditedChapter, Never>
  /// The byte of the place.
  var offset: Int
  /// The new name, for a renaming.
  var newName: String
  /// The character just typed that asked by itself, for a completion.
  var trigger: String?
  /// Finds the answers.
  var assistant: Assistant
  /// Turns them into values of the protocol.
  var conversion: ProtocolConversion
  /// The addresses of the open chapters by their paths.
  var addresses: [String: String]

  /// Returns the proposals for what could stand at the place.
  /// - Parameter fillsIn: true for a client that can fill in the places of templates
  func completions(fillsIn: Bool) async -> CompletionList {
    let found = await assistant.completions(in: reading.value, at: offset, after: trigger)
    return CompletionList(
      isIncomplete: found.isIncomplete,
      items: found.items.map { conversion.item($0, fillsIn: fillsIn) })
  }

  /// Returns the explanation of what is at the place.
  func hover() async -> Hover? {
    await assistant.explanation(in: reading.value, at: offset).map {
      Hover(contents: .markdown($0.markdown), range: $0.range.map(conversion.range))
    }
  }

  /// Returns the forms of the call around the place.
  func signatureHelp() async -> SignatureHelp? {
    await assistant.callHelp(in: reading.value, at: offset).map(conversion.help)
  }

  /// Returns the places where what is at the place is declared.
  func definitions() async -> [Location] {
    await locations(assistant.declarations(in: reading.value, at: offset))
  }

  /// Returns the places of the label at the place.
  func references() async -> [Location] {
    let uses = try? await assistant.uses(in: reading.value, at: offset)
    return await locations((uses ?? []).map { .chapter(path: $0.path, $0.range) })
  }

  /// Returns the label at the place.
  func renameTarget() async -> RenameTarget? {
    await assistant.label(in: reading.value, at: offset).map {
      RenameTarget(range: conversion.range($0.range), placeholder: $0.label)
    }
  }

  /// Returns the edits that give the label at the place its new name.
  func renaming() async throws(ResponseError) -> WorkspaceEdit {
    let uses: [LabelUse]
    do throws(LabelRenaming.Refusal) {
      uses = try await assistant.renaming(in: reading.value, at: offset, to: newName)
    } catch {
      throw ResponseError(.requestFailed, error.message)
    }
    var changes: [String: [TextEdit]] = [:]
    for location in await locations(uses.map { .chapter(path: $0.path, $0.range) }) {
      changes[location.uri, default: []].append(
        TextEdit(range: location.range, newText: newName))
    }
    return WorkspaceEdit(changes: changes)
  }

  /// Returns the sections of the chapter.
  func outline() async -> [DocumentSymbol] {
    await assistant.outline(of: reading.value).map(conversion.symbol)
  }

  // MARK: Places

  /// Returns places as the client names them.
  private func locations(_ places: [CodePlace]) async -> [Location] {
    let chapter = await reading.value
    var texts = [chapter.path: chapter.text]
    let isElsewhere = places.contains {
      if case .chapter(let path, _) = $0 { path != chapter.path } else { false }
    }
    if isElsewhere {
      for other in await assistant.book.chapters(beside: chapter.path) ?? [] {
        texts[other.path] = other.text
      }
    }
    return places.compactMap { place in
      switch place {
      case .chapter(let path, let range):
        texts[path].map { text in
          Location(
            uri: addresses[path] ?? FileAddress.address(path),
            range: ProtocolConversion(text: text, unit: conversion.unit).range(range))
        }
      case .file(let path, let line, let column):
        location(path, line: line, utf16Column: column)
      }
    }
  }

  private func location(_ path: String, line: Int, utf16Column: Int) -> Location {
    var column = utf16Column
    if conversion.unit == .utf8, let text = try? Data(contentsOf: URL(filePath: path)) {
      let lines = TextLines([UInt8](text))
      column =
        lines.offset(line: line, column: utf16Column, .utf16)
        .map { lines.position(ofByte: $0, .utf8).column } ?? column
    }
    let start = TextPosition(line: line, character: column)
    return Location(uri: FileAddress.address(path), range: TextRange(start: start, end: start))
  }
}
