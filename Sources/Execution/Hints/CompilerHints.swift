import BookModel
import ForeignNames

/// What to write instead of something that the compiler does not know: a name, a label or a form of
/// another framework, or a name that is nearly one of ours.
struct CompilerHints: Sendable {
  /// The names that blocks can use.
  let names: EngineNames

  /// Returns the hint for a message about an experiment's program; nil when there is nothing to say that the
  /// message does not.
  func hint(for message: CompilerMessage, in island: Island) -> String? {
    if let name = Self.quoted(in: message.text).first, Self.namesOfUnknown.contains(message.name) {
      if island.leavesOut(name) {
        return "'\(name)' stands in a setup block, which a 'standalone' experiment does not see"
      }
      if let position = message.position, island.hides(name, at: position) {
        return
          "extensions and operators stand outside all blocks and do not see '\(name)': pass it to them"
      }
    }
    let hint = hint(for: message, line: message.position.flatMap { island.line($0.line) })
    return hint == Self.nothingElse && island.experiment.block.options.standalone
      ? "a 'standalone' experiment sees the engine, and nothing else" : hint
  }

  private static let nothingElse =
    "a block sees the engine and the setup blocks above it, and nothing else"

  /// The compiler's names for what is not there.
  private static let namesOfUnknown: [String?] = [
    "cannot_find_in_scope", "cannot_find_in_scope_corrected", "cannot_find_type_in_scope",
    "cannot_find_type_in_scope_did_you_mean",
  ]

  /// Returns the hint for an error or a warning; nil when there is nothing to say that the message does not.
  /// - Parameters:
  ///   - message: the error or the warning
  ///   - line: the line of the author's code at which it points
  func hint(for message: CompilerMessage, line: String?) -> String? {
    guard message.kind == .error else {
      return ForeignForm.entry(for: message.text, in: line)?.hint
    }
    if let hint = specificHint(for: message, line: line) { return hint }
    guard let line, let column = message.position?.column,
      message.text.contains("argument")
        || message.text.contains(" in call")
    else { return nil }
    // Anything can be printed: what is wrong is what stands in the call.
    let calls = Self.calls(in: line, column: column).filter { $0 != "print" }
    return foreign(Self.labels(in: line), in: calls) ?? calls.lazy.compactMap(forms).first
  }

  private func specificHint(for message: CompilerMessage, line: String?) -> String? {
    let quoted = Self.quoted(in: message.text)
    let path = message.position.flatMap { position in
      line.flatMap { Self.path(in: $0, column: position.column) }
    }
    switch message.name {
    case let name where Self.namesOfUnknown.contains(name):
      guard let name = quoted.first else { return nil }
      return ForeignForm.entry(for: message.text, in: line)?.hint
        ?? hint(forArgument: name, message, line)
        ?? hint(forUnknown: path ?? name, name)
        ?? Self.nothingElse
    case "cannot_find_self_in_scope", "unresolved_label", "unresolved_label_corrected":
      return Self.nothingElse
    case "return_expr_missing":
      return "a function that has a result returns one; a setup block as a whole cannot return"
    case "no_such_module", "serialization_load_failed", "sema_no_import":
      return quoted.first.map { name in
        ForeignName.isModule(name)
          ? "leave it out: arrays, optimizers and charts are there without an import"
          : "a block can import the standard library's modules and Glibc"
      }
    case "could_not_find_value_member", "could_not_find_value_member_corrected",
      "could_not_find_type_member", "could_not_find_type_member_corrected",
      "could_not_find_enum_case", "candidate_inaccessible",
      "could_not_find_subscript_member_did_you_mean":
      guard quoted.count >= 2 else { return nil }
      let isInaccessible = message.name == "candidate_inaccessible"
      return ForeignForm.entry(for: message.text, in: line)?.hint
        ?? hint(
          forMember: isInaccessible ? quoted[0] : quoted[1], of: isInaccessible ? "" : quoted[0])
    case "extra_argument_named", "extra_arguments_in_call", "wrong_argument_labels",
      "missing_argument_named", "extra_argument_position", "extra_argument_labels",
      "extra_argument_to_nullary_call", "missing_arguments_in_call":
      return ForeignForm.entry(for: message.text, in: line)?.hint
        ?? hint(forLabelsIn: message, quoted, line)
    case "expected_separator", "expected_expr_in_expr_list", "expected_expr_after_operator",
      "expected_expr":
      guard let line, let position = message.position else { return nil }
      let rest = line.utf8.dropFirst(position.column - 1)
      return rest.first == UInt8(ascii: "@")
        ? "the product of matrices is 'a.matmul(b)'"
        : ForeignForm.entry(for: message.text, in: line)?.hint
    default: return ForeignForm.entry(for: message.text, in: line)?.hint
    }
  }

  // MARK: Names

  private func hint(forUnknown path: String, _ name: String) -> String? {
    let last = path.split(separator: ".").last.map(String.init) ?? name
    for written in path == name ? [name] : [path, ForeignName.isModule(name) ? last : name] {
      if let hint = ForeignIdiom.entry(for: written)?.hint ?? foreign(written) { return hint }
    }
    if ForeignName.isModule(name) { return hint(forUnknownOf: path) }
    guard name.utf8.contains(where: Self.isLetterOrDigit) else { return nil }
    if let member = names.all.first(where: { !$0.owner.isEmpty && $0.base == name }) {
      return "'\(name)' belongs to \(member.owner): '\(Self.shown(member))'"
    }
    let own = names.all.filter { $0.owner.isEmpty }
    return (near(name, among: own) ?? near(name, among: names.all) ?? part(name, of: own))
      .map { "did you mean '\($0)'?" }
  }

  /// Returns the hint for a path that begins with a module of Python: what it leads to may be there under
  /// the same name.
  private func hint(forUnknownOf path: String) -> String {
    let last = path.split(separator: ".").last.map(String.init) ?? path
    let same = names.all.filter { $0.base == last && ($0.owner.isEmpty || $0.owner == "NDArray") }
    if let ours = same.first(where: { $0.labels != nil }) ?? same.first {
      return "it needs no module: '\(Self.shown(ours))'"
    }
    return "there are no Python modules; 'gradbook api NAME' says what the engine has"
  }

  private func hint(forMember name: String, of type: String) -> String? {
    let type = Self.plainType(type)
    let ofType = names.all.filter { $0.owner == type || $0.owner.isEmpty && $0.base == type }
    if let meant = near(name, among: ofType, mostDistance: 0) { return "write '\(meant)'" }
    if let hint = ForeignIdiom.entry(for: name, of: type)?.hint ?? foreign(name, of: type) {
      return hint
    }
    if let free = names.all.first(where: { $0.owner.isEmpty && $0.base == name && $0.labels != nil }
    ) {
      return "it is a function: '\(Self.shown(free))'"
    }
    if let other = names.all.first(where: { $0.base == name && Self.usualOwners.contains($0.owner) }
    ) {
      return "\(other.owner) has it: '\(Self.shown(other))'"
    }
    return (near(name, among: ofType) ?? part(name, of: ofType)).map { "did you mean '\($0)'?" }
  }

  /// The types that a member is looked for in when the receiver's has none of that name.
  private static let usualOwners: Set<String> = [
    "NDArray", "Layer", "Trainer", "Parameter", "ArrayDataset", "DataLoader",
  ]

  /// Returns what a foreign name is called here, with the labels of its arguments.
  private func foreign(_ path: String, of type: String? = nil) -> String? {
    let entries = ForeignName.entries(for: path)
    let entry =
      entries.first { type == nil || names.name(at: $0.ours)?.owner == type } ?? entries.first
    guard let entry else { return nil }
    let ours = names.name(at: entry.ours).map(Self.shown) ?? entry.ours
    let note = entry.note.isEmpty ? "" : " (\(entry.note))"
    return "\(entry.framework.rawValue)'s '\(entry.lastPart)' is '\(ours)' here\(note)"
  }

  /// Returns the closest of some names, first one that differs in capitals, underscores and the like only.
  private func near(_ name: String, among known: [EngineNames.Name], mostDistance: Int = 2)
    -> String?
  {
    let wanted = Self.essence(name)
    let same = known.filter { Self.essence($0.base) == wanted }
    if let same = same.first(where: { $0.labels != nil }) ?? same.first { return Self.shown(same) }
    // In a short word, two letters are too much of it.
    guard mostDistance > 0, name.utf8.count > 4 else { return nil }
    let bases = known.map(\.base)
    return NearMiss.word(near: name, among: bases).flatMap { word in
      let meant = known.filter { $0.base == word }
      return (meant.first { $0.labels != nil } ?? meant.first).map(Self.shown)
    }
  }

  /// Returns the first of some names of which a long word is a part: `inverseSquareRoot` for `squareRoot`.
  private func part(_ name: String, of known: [EngineNames.Name]) -> String? {
    let wanted = Self.essence(name)
    guard wanted.count > 5 else { return nil }
    return known.first { Self.essence($0.base).firstRange(of: wanted) != nil }.map(Self.shown)
  }

  // MARK: Labels

  /// Returns the hint for an argument that is written as in Python, `axis=0`.
  private func hint(forArgument name: String, _ message: CompilerMessage, _ line: String?)
    -> String?
  {
    guard let line, let column = message.position?.column else { return nil }
    let rest = line.utf8.dropFirst(column - 1)
    guard rest.starts(with: name.utf8) else { return nil }
    let behind = rest.dropFirst(name.utf8.count).drop { $0 == UInt8(ascii: " ") }
    let calls = Self.calls(in: line, column: column)
    guard behind.first == UInt8(ascii: "="), behind.dropFirst().first != UInt8(ascii: "="),
      !calls.isEmpty
    else { return nil }
    return foreign([name], in: calls) ?? "an argument has a colon: '\(name): …'"
  }

  private func hint(forLabelsIn message: CompilerMessage, _ quoted: [String], _ line: String?)
    -> String?
  {
    // The first list holds what stands there, such as `learningRate:weight_decay:`.
    var written = quoted.first.map { $0.split(separator: ":").map(String.init) } ?? []
    if written.isEmpty, let line { written = Self.labels(in: line) }
    let calls = line.map { Self.calls(in: $0, column: message.position?.column ?? 1) } ?? []
    if let hint = foreign(written, in: calls) { return hint }
    let forms = calls.flatMap(names.forms)
    let own =
      forms.isEmpty ? names.labels : forms.flatMap { $0.labels ?? [] }.filter { $0 != "_" }
    for label in written where label != "_" && !own.contains(label) {
      let same = own.first { Self.essence($0) == Self.essence(label) }
      if let meant = same ?? NearMiss.word(near: label, among: own) {
        return "did you mean '\(meant):'?"
      }
    }
    return nil
  }

  /// Returns the hint for the first of some labels that another framework has, and what is called has not.
  private func foreign(_ labels: [String], in calls: [String]) -> String? {
    let own = Set(calls.prefix(1).flatMap(names.forms).flatMap { $0.labels ?? [] })
    for label in labels where label != "_" && !own.contains(label) {
      let known = calls.lazy.compactMap { ForeignLabel.entry(for: label, in: $0) }
      if let entry = known.first(where: { !$0.calls.isEmpty }) ?? ForeignLabel.entry(for: label) {
        return entry.hint(for: label)
      }
    }
    return nil
  }

  /// The words before a colon in a line: the labels of its calls, for one.
  private static func labels(in line: String) -> [String] {
    var (found, word): ([String], [UInt8]) = ([], [])
    for byte in line.utf8 {
      if isLetterOrDigit(byte) || byte == UInt8(ascii: "_") {
        word.append(byte)
      } else {
        if byte == UInt8(ascii: ":"), !word.isEmpty {
          found.append(String(decoding: word, as: UTF8.self))
        }
        word = []
      }
    }
    return found
  }

  /// Returns the forms in which something can be called.
  private func forms(of name: String) -> String? {
    let forms = names.forms(of: name).prefix(3).map { "'\(Self.shown($0))'" }
    return forms.isEmpty ? nil : "it is called as \(forms.joined(separator: " or "))"
  }

  // MARK: Words

  /// The largest number of calls around a place that are looked up.
  private static let mostCalls = 4

  /// The names that are called around a column of a line, the innermost first; before them the one at
  /// the column itself.
  private static func calls(in line: String, column: Int) -> [String] {
    var (open, name): ([String], [UInt8]) = ([], [])
    var atColumn: String?
    for (index, byte) in line.utf8.enumerated() {
      if index >= column - 1, !isLetterOrDigit(byte), byte != UInt8(ascii: "_") {
        if byte == UInt8(ascii: "("), !name.isEmpty {
          atColumn = String(decoding: name, as: UTF8.self)
        }
        break
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        open.append(String(decoding: name, as: UTF8.self))
        name = []
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        _ = open.popLast()
        name = []
      case _ where isLetterOrDigit(byte) || byte == UInt8(ascii: "_"): name.append(byte)
      default: name = []
      }
    }
    let around = open.reversed().lazy.filter { !$0.isEmpty }.prefix(mostCalls)
    return (atColumn.map { [$0] } ?? []) + around
  }

  /// The texts between single quotes in a message, without what a type is also known as.
  private static func quoted(in text: String) -> [String] {
    let parts = text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).compactMap { index in
      parts[index - 1].elementsEqual(" (aka ".utf8) ? nil : String(Substring(parts[index]))
    }
  }

  /// The name at a column of a line, with what follows after dots: `torch.optim.SGD`.
  private static func path(in line: String, column: Int) -> String? {
    let bytes = Array(line.utf8.dropFirst(column - 1))
    let end = bytes.firstIndex { byte in
      !(byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || isLetterOrDigit(byte))
    }
    var path = String(decoding: bytes[..<(end ?? bytes.count)], as: UTF8.self)
    while path.hasSuffix(".") { path.removeLast() }
    return path.isEmpty ? nil : path
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// A name in small letters, without what languages separate words with.
  private static func essence(_ name: String) -> [UInt8] {
    name.utf8.filter(isLetterOrDigit).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// The type in the compiler's words: `StepSchedule` for `StepSchedule' (aka 'Schedule<PerStep>`.
  private static func plainType(_ type: String) -> String {
    let type = type.hasPrefix("any ") ? type.dropFirst(4) : type[...]
    let name = type.prefix { $0 != "<" && $0 != "." }
    return name == "StepSchedule" || name == "EpochSchedule" ? "Schedule" : String(name)
  }

  /// A name as it is to be written. A schedule is one of steps or one of epochs.
  private static func shown(_ name: EngineNames.Name) -> String {
    name.written.hasPrefix("Schedule.") ? "Step" + name.written : name.written
  }
}
