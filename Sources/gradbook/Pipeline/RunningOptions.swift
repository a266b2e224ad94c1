import ArgumentParser
import Execution

/// The options of every command that runs experiments.
struct RunningOptions: ParsableArguments {
  @Flag(
    name: .customLong("cache"), inversion: .prefixedNo,
    help: "Take the results of experiments that have not changed from the cache.")
  var cache = true

  @Flag(help: "Say on standard error where the time went.")
  var timings = false

  @Flag(help: "Refuse to run experiments unless every layer of the sandbox is there.")
  var requireSandbox = false

  @Flag(
    name: .customLong("no-sandbox"),
    help: "Run experiments without the sandbox: they can then do all that you can do.")
  var noSandbox = false

  /// The use of the sandbox for experiments.
  var sandbox: SandboxUse {
    noSandbox ? .off : requireSandbox ? .required : .whereAvailable
  }

  func validate() throws {
    if noSandbox && requireSandbox {
      throw ValidationError("'--no-sandbox' and '--require-sandbox' exclude each other.")
    }
  }
}
