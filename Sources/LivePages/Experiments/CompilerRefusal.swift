import Execution

/// Puts into words why the compiler refuses an experiment for WebAssembly that it compiles natively.
enum CompilerRefusal {
  /// What Embedded Swift lacks: a part of the compiler's message, the lack in words, what to write instead.
  static let lacks: [(message: String, reason: String, hint: String)] = [
    (
      "no such module 'Foundation'", "it uses Foundation",
      "write 'x.fixed(2)', 'x.scientific(4)' or 'x.general(6)' for formats; the engine has exp, log, sin …"
    ),
    ("no such module", "it imports a module that live pages have not", "use only the engine"),
    (
      "cannot use key path", "it uses a key path", "write a closure: '{ $0.value }'"
    ),
    (
      "'Regex'", "it uses a regular expression", "compare the texts, or split them at a character"
    ),
    (
      "unavailable in embedded Swift", "it uses what Embedded Swift has not",
      "print an array or a number by itself, and use 'x.fixed(2)' for formats"
    ),
    (
      "cannot use a value of protocol type",
      "it keeps values of different types under one protocol",
      "use a class with subclasses, or an enum with values"
    ),
    (
      "cannot use a type-erased", "it throws errors of unknown type",
      "return an optional value, or write 'throws(MyError)'"
    ),
    (
      "errors thrown from here are not handled", "it throws errors out of the block",
      "catch them, or return an optional value"
    ),
    ("untyped throws", "it throws errors of unknown type", "write 'throws(MyError)'"),
    ("'any Error'", "it throws errors of unknown type", "write 'throws(MyError)'"),
    (
      "conform to 'PrintedValue'", "it prints a value of a type that has no text",
      "give the type a 'description', or print its parts"
    ),
    (
      "no exact matches in call to global function 'print'",
      "it prints a value of a type that has no text",
      "give the type a 'description', or print its parts"
    ),
    (
      "String(describing", "it uses 'String(describing:)'", "write the value into a text: \"\\(x)\""
    ),
    (
      "'describing", "it uses 'String(describing:)'", "write the value into a text: \"\\(x)\""
    ),
    (
      "overflows when stored into 'Int'", "a number is larger than 'Int' has in a page, 2147483647",
      "write 'Int64' or 'Double'"
    ),
    ("weak", "it has weak references", "keep the object itself, or its index"),
    ("unowned", "it has unowned references", "keep the object itself, or its index"),
    ("async", "it does several things at a time", "do one after the other"),
    ("actor", "it does several things at a time", "do one after the other"),
  ]

  /// Returns the reason for a failed compilation.
  static func reason(_ outcome: ToolRunner.Outcome) -> Refusal {
    let text = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    let mark = LiveUnit.file + ":"
    for line in text.split(separator: "\n") where line.hasPrefix(mark) {
      let parts = line.dropFirst(mark.count).split(separator: ":", maxSplits: 3)
      guard parts.count == 4, let row = Int(parts[0]), let column = Int(parts[1]),
        parts[2] == " error"
      else { continue }
      let message = parts[3].drop { $0 == " " }
      return refusal(String(message), at: .init(line: row, column: column))
    }
    if outcome.ranOutOfTime {
      return .passing("the compiler for pages " + outcome.ending, hint: "split long expressions")
    }
    for line in text.split(separator: "\n") {
      guard let message = line.firstRange(of: "error: ") else { continue }
      return refusal(String(line[message.upperBound...]), at: nil)
    }
    return Refusal("the compiler for pages " + outcome.ending)
  }

  private static func refusal(_ message: String, at position: Refusal.Position?) -> Refusal {
    if let lack = lacks.first(where: { message.contains($0.message) }) {
      return Refusal(lack.reason, hint: lack.hint, at: position)
    }
    return Refusal("it does not compile for pages: " + message, at: position)
  }
}
