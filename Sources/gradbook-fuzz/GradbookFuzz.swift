import ArgumentParser
import Foundation

@main
struct GradbookFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradbook-fuzz",
    abstract: "Gives damaged input to everything that reads what others wrote.",
    discussion: """
      Each input is made from files of the corpus. A crash, more than \(InputLimit.seconds) s of processor \
      time or more than \(InputLimit.megabytes) MB of memory is a failure: its input is kept beside \
      the program, which says where, and the command ends with status 1. The same seed gives the same \
      inputs.

      Examples:
        swift run -c release gradbook-fuzz --seconds 60
        swift run -c release gradbook-fuzz --reader tex --replay PATH/fuzz-failure-tex-812
      """)

  @Option(help: "How long to run, shared among the readers.")
  var seconds: Double = 60
  @Option(help: "How many inputs to try, shared among the readers; instead of --seconds.")
  var runs: Int?
  @Option(help: "Where the random numbers start.")
  var seed: UInt64 = 1
  @Option(help: "Try one reader only.")
  var reader: Reader?
  @Option(help: "The folder with a folder of inputs for each reader.", completion: .directory)
  var corpus = Corpus.standardFolder
  @Option(help: "Read this file once, as it is; needs --reader.", completion: .file())
  var replay: String?
  @Option(name: .customLong("print"), help: "Print the input of this run; needs --reader.")
  var printed: Int?
  /// The file for the current input: this process is a worker.
  @Option(help: .private)
  var worker: String?

  func validate() throws {
    if runs == nil, !(seconds > 0 && seconds <= 86400) {
      throw ValidationError("'--seconds \(seconds)' is not between 0 and 86400.")
    }
    if let runs, runs < 1 { throw ValidationError("'--runs \(runs)' is less than 1.") }
    if replay != nil || printed != nil || worker != nil, reader == nil {
      throw ValidationError("'--reader' is missing: one of \(Reader.list).")
    }
  }

  func run() throws {
    if let replay, let reader {
      let bytes = Array(try Data(contentsOf: URL(filePath: replay)))
      let watchdog = Watchdog(announcing: true)
      watchdog.watch()
      _ = watchdog.time { reader.read(bytes) }
      return print("\(reader.rawValue): '\(replay)' was read")
    }
    if let reader, printed != nil || worker != nil {
      let run = FuzzRun(
        reader: reader, corpus: try Corpus(folder: corpus, reader: reader), seed: seed)
      if let printed { return FileHandle.standardOutput.write(Data(run.input(of: printed))) }
      let current = try CurrentInput(path: worker ?? "")
      return print(run.run(inputs: runs, seconds: seconds, current: current))
    }
    let readers = reader.map { [$0] } ?? Reader.allCases
    var failures = 0
    for (index, reader) in readers.enumerated() {
      let job = FuzzWorker(reader: reader, corpus: corpus, seed: seed)
      // Every reader is included, however few runs there are.
      let share = runs.map { max($0 / readers.count + (index < $0 % readers.count ? 1 : 0), 1) }
      let failure = try job.run(inputs: share, seconds: seconds / Double(readers.count))
      guard let failure else { continue }
      FileHandle.standardError.write(Data("error: \(failure)\n".utf8))
      failures += 1
    }
    if failures > 0 { throw ExitCode(1) }
  }
}
