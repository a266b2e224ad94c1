import ArgumentParser

/// The options of every command that runs experiments.
struct RunningOptions: ParsableArguments {
  @Flag(
    name: .customLong("cache"), inversion: .prefixedNo,
    help: "Take the results of experiments that have not changed from the cache.")
  var cache = true

  @Flag(help: "Say on standard error where the time went.")
  var timings = false
}
