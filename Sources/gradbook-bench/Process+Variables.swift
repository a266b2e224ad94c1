import Foundation

extension Process {
  /// Makes a process that inherits the environment, with some variables set anew.
  convenience init(_ program: String, _ arguments: [String], setting variables: [String: String]) {
    self.init()
    let command = variables.isEmpty ? [] : ["/usr/bin/env"] + variables.map { $0 + "=" + $1 }
    let words = command + [program] + arguments
    executableURL = URL(filePath: words[0])
    self.arguments = Array(words.dropFirst())
  }
}
