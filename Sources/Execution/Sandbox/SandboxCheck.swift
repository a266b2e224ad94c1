import BookModel
import Files

/// Checks which layers of the sandbox are available.
enum SandboxCheck {
  /// The sandbox to use, and the diagnostic about it.
  struct Finding: Sendable {
    /// The launcher; nil to run without a sandbox.
    var sandbox: Sandbox?
    /// A warning, or the error that keeps everything from running; nil when nothing is missing.
    var diagnostic: Diagnostic?
  }

  /// Checks the layers, and reports missing ones according to the use.
  static func find(_ use: SandboxUse, sandbox: Sandbox?) async -> Finding {
    switch (use, sandbox) {
    case (.off, _):
      return Finding(diagnostic: ExecutionWording.sandboxOff)
    case (.whereAvailable, nil):
      return Finding(diagnostic: ExecutionWording.noSandbox(.warning))
    case (.required, nil):
      return Finding(diagnostic: ExecutionWording.noSandbox(.error))
    case (_, let sandbox?):
      let severity: Diagnostic.Severity = use == .required ? .error : .warning
      do throws(FileError) {
        let missing = try await sandbox.missingLayers()
        if missing.isEmpty { return Finding(sandbox: sandbox) }
        return Finding(
          sandbox: sandbox, diagnostic: ExecutionWording.missing(missing, severity))
      } catch {
        return Finding(
          sandbox: sandbox, diagnostic: ExecutionWording.untried(because: error, severity))
      }
    }
  }
}

extension ExecutionWording {
  static let sandboxOff = Diagnostic(
    .warning, at: nil,
    "the experiments run without a sandbox: they can do all that you can do",
    hint: "leave out '--no-sandbox' unless you wrote every block yourself")

  static func noSandbox(_ severity: Diagnostic.Severity) -> Diagnostic {
    #if os(Linux)
      let reason = "there is no 'gradbook-sandbox' beside gradbook"
      let hint = "build it: swift build -c release --product gradbook-sandbox"
    #else
      let reason = "there is none on this system"
      let hint = "build chapters that you did not write on Linux"
    #endif
    return switch severity {
    case .error:
      Diagnostic(.error, at: nil, "a sandbox is required, and \(reason)", hint: hint)
    case .warning:
      Diagnostic(
        .warning, at: nil,
        "the experiments run without a sandbox, for \(reason): they can do all that you can do",
        hint: hint)
    }
  }

  static func untried(because error: FileError, _ severity: Diagnostic.Severity) -> Diagnostic {
    Diagnostic(
      severity, at: nil, "the sandbox could not be tried: \(error)",
      hint: "make room in the folder for temporary files, or name another one with TMPDIR")
  }

  static func missing(_ layers: [SandboxLayer], _ severity: Diagnostic.Severity) -> Diagnostic {
    let names = layers.map(\.name).joined(separator: ", ")
    let doors = layers.map(\.openDoor).joined(separator: "; ")
    return switch severity {
    case .error:
      Diagnostic(
        .error, at: nil, "a whole sandbox is required, and this system has no \(names)",
        hint: "run on a system that has it, or without '--require-sandbox'")
    case .warning:
      Diagnostic(
        .warning, at: nil,
        "the sandbox has gaps, for this system has no \(names): a block could \(doors)",
        hint: "build only chapters that you trust, or refuse with '--require-sandbox'")
    }
  }
}
