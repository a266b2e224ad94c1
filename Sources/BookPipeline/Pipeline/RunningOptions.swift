import ArgumentParser
import Execution

/// The options of every command that runs experiments.
package struct RunningOptions: ParsableArguments {
  @Flag(
    name: .customLong("cache"), inversion: .prefixedNo,
    help: "Take the results of experiments that have not changed from the cache.")
  package var cache = true

  @Flag(help: "Say on standard error where the time went.")
  package var timings = false

  @Flag(help: "Refuse to run experiments unless every layer of the sandbox is there.")
  package var requireSandbox = false

  @Flag(
    name: .customLong("no-sandbox"),
    help: "Run experiments without the sandbox: they can then do all that you can do.")
  package var noSandbox = false

  package init() {}

  /// The use of the sandbox for experiments.
  package var sandbox: SandboxUse {
    noSandbox ? .off : requireSandbox ? .required : .whereAvailable
  }

  package func validate() throws {
    if noSandbox && requireSandbox {
      throw ValidationError("'--no-sandbox' and '--require-sandbox' exclude each other.")
    }
  }
}
