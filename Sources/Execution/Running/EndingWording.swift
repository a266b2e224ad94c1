// The words for ends that were not expected.
extension ExecutionWording {
  /// An experiment whose program does something else when it is optimized.
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

  /// An experiment that was to trap and did not.
  static let noTrap = IslandDiagnostic(
    message: "expected a trap, but the experiment ended well",
    hint: "remove 'expect=trap', or let the experiment do what must not be done")

  /// An experiment that was not to compile and does.
  static let noCompileError = IslandDiagnostic(
    message: "expected a compile error, but the experiment compiles",
    hint: "remove 'expect=compile-error', or write what the compiler is to refuse")
}
