import Foundation

/// A process that feeds inputs to one reader, and the report when it does not survive them.
struct FuzzWorker {
  let reader: Reader
  let corpus: String
  let seed: UInt64

  /// Runs the process to its end.
  /// - Returns: a description of the failure, if there is one
  func run(inputs: Int?, seconds: Double) throws -> String? {
    let current = FileManager.default.temporaryDirectory
      .appending(path: "gradbook-fuzz-\(getpid())-\(reader.rawValue)").path
    defer { unlink(current) }
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments =
      ["--worker", current, "--reader", reader.rawValue, "--corpus", corpus, "--seed", "\(seed)"]
      + (inputs.map { ["--runs", "\($0)"] } ?? ["--seconds", "\(seconds)"])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    if process.terminationReason == .exit, status == 0 { return nil }
    let reason = process.terminationReason == .exit ? Watchdog.Reason(rawValue: status) : nil
    guard let last = CurrentInput.last(in: current) else {
      return
        "the worker for '\(reader.rawValue)' ended with status \(status) before its first input"
    }
    // The file is written beside the program, in the build folder, because the package's own folder
    // must stay clean.
    let folder = Bundle.main.executableURL?.deletingLastPathComponent().path ?? "."
    let file = "\(folder)/fuzz-failure-\(reader.rawValue)-\(last.run)"
    try Data(last.bytes).write(to: URL(filePath: file))
    return """
      \(reader.rawValue), seed \(seed), run \(last.run): \
      \(reason?.words ?? "the process crashed (\(status))")
        hint: the input is in '\(file)'; read it again with \
      'gradbook-fuzz --reader \(reader.rawValue) --replay \(file)'
      """
  }
}
