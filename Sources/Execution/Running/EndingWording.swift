// The messages for unexpected endings.
extension ExecutionWording {
  /// The failure of an experiment whose optimized program behaves differently.
  static func optimizedDiffers(_ plain: String?, _ optimized: String?) -> IslandDiagnostic {
    func ending(_ failure: String?) -> String { failure.map { "'\($0)'" } ?? "a good end" }
    let how =
      plain == optimized
      ? "it puts out something else" : "\(ending(optimized)) instead of \(ending(plain))"
    return IslandDiagnostic(
      message: "the experiment behaves differently when it is optimized: \(how)",
      hint: "look for unsafe pointers, memory that is read before it is written, or addresses and "
        + "times that are printed")
  }

  /// The failure of an experiment that was expected to trap and did not.
  static let noTrap = IslandDiagnostic(
    message: "expected a trap, but the experiment ended well",
    hint: "remove 'expect=trap', or let the experiment do what must not be done")

  /// The failure of an experiment that was expected not to compile and does.
  static let noCompileError = IslandDiagnostic(
    message: "expected a compile error, but the experiment compiles",
    hint: "remove 'expect=compile-error', or write what the compiler is to refuse")
}
