import Execution

/// Puts into words why the compiler refuses an experiment for WebAssembly that it compiles natively.
enum CompilerRefusal {
  /// What Embedded Swift lacks: a part of the compiler's message, the lack in words, what to write instead.
  static let lacks: [(message: String, reason: String, hint: String)] = [
    (
      "no such module 'Foundation'", "it uses Foundation",
      "write 'x.fixed(2)', 'x.scientific(4)' or 'x.general(6)' for formats; the engine has exp, log, sin …"
    ),
    (
      "no such module", "it uses a module that pages have not",
      "use the engine and the standard library alone"
    ),
    (
      "cannot use key path", "it uses a key path that is no function",
      "write a closure, such as '{ $0.value }'"
    ),
    (
      "'/' is not a prefix unary operator", "it uses a regular expression",
      "split the text, or compare its parts"
    ),
    (
      "cannot find 'Regex'", "it uses a regular expression",
      "split the text, or compare its parts"
    ),
    (
      "expected argument type 'String.Element'", "it looks for a text within a text",
      "look for a single character, or split the text"
    ),
    (
      "'init(describing:)' is unavailable", "it uses 'String(describing:)'",
      "write the value into a text: \"\\(x)\""
    ),
    (
      "'init(reflecting:)' is unavailable", "it uses 'String(reflecting:)'",
      "write the value into a text: \"\\(x)\""
    ),
    (
      "'Mirror' is unavailable", "it looks at a value's parts by 'Mirror'",
      "name the parts"
    ),
    (
      "protocol type 'any Error'", "it throws errors of any type",
      "write 'throws(MyError)', or return an optional value"
    ),
    (
      "errors thrown from here are not handled", "it throws errors out of the block",
      "catch them, or return an optional value"
    ),
    (
      "protocol type 'any ", "it keeps values of several types under one protocol",
      "use a class with subclasses, or an enum with values"
    ),
    (
      "attribute 'weak'", "it has a weak reference",
      "keep the object itself, or its index"
    ),
    (
      "attribute 'unowned'", "it has an unowned reference",
      "keep the object itself, or its index"
    ),
    (
      "cannot find 'Task'", "it does several things at a time",
      "do one after the other"
    ),
    (
      "does not support concurrency", "it does several things at a time",
      "do one after the other"
    ),
    (
      "cannot find 'ContinuousClock'", "it reads a clock",
      "count steps instead"
    ),
    (
      "does not conform to protocol 'Decodable'", "it uses 'Codable'",
      "write the values with 'print', 'show' or 'publish'"
    ),
    (
      "does not conform to protocol 'Encodable'", "it uses 'Codable'",
      "write the values with 'print', 'show' or 'publish'"
    ),
    (
      "conformance of 'Dictionary", "it prints a dictionary, whose order is another in a page",
      "print its keys in order, with their values"
    ),
    (
      "conformance of 'Set", "it prints a set, whose order is another in a page",
      "print its elements in order"
    ),
    (
      "no exact matches in call to global function 'print'",
      "it prints a value of a type that has no text",
      "give the type a 'description', or print its parts"
    ),
    (
      "global function 'print' requires that", "it prints a value of a type that has no text",
      "give the type a 'description', or print its parts"
    ),
    (
      "overflows when stored into 'Int'",
      "a number is larger than 2147483647, the largest 'Int' in a page",
      "write 'Int64' or 'Double'"
    ),
    (
      "cannot find 'dump'", "it uses 'dump'",
      "use 'print'"
    ),
    (
      "cannot find 'debugPrint'", "it uses 'debugPrint'",
      "use 'print'"
    ),
  ]

  /// Returns the reason for a failed compilation.
  static func reason(_ outcome: ToolRunner.Outcome) -> Refusal {
    if outcome.ranOutOfTime {
      return .passing("the compiler for pages " + outcome.ending, hint: "split long expressions")
    }
    let text = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    return reason(inMessages: text) ?? Refusal("the compiler for pages " + outcome.ending)
  }

  /// Returns the reason in the compiler's messages: its first error in the experiment, or its first one
  /// at all.
  static func reason(inMessages text: String) -> Refusal? {
    let mark = LiveUnit.file + ":"
    for line in text.split(separator: "\n") where line.hasPrefix(mark) {
      let parts = line.dropFirst(mark.count).split(separator: ":", maxSplits: 3)
      guard parts.count == 4, let row = Int(parts[0]), let column = Int(parts[1]),
        parts[2] == " error"
      else { continue }
      let message = parts[3].drop { $0 == " " }
      return refusal(String(message), at: .init(line: row, column: column))
    }
    for line in text.split(separator: "\n") {
      guard let message = line.firstRange(of: "error: ") else { continue }
      return refusal(String(line[message.upperBound...]), at: nil)
    }
    return nil
  }

  private static func refusal(_ message: String, at position: Refusal.Position?) -> Refusal {
    if let lack = lacks.first(where: { message.contains($0.message) }) {
      return Refusal(lack.reason, hint: lack.hint, at: position)
    }
    return Refusal("it does not compile for pages: " + message, at: position)
  }
}
