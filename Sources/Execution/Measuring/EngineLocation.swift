/// The location of the engine that blocks are linked with, for programs that measure it.
public struct EngineLocation: Sendable {
  /// The path of `swiftc`.
  public let compiler: String
  /// The folder that contains the toolchain's `bin`.
  public let toolchain: String
  /// The folder of the engine's modules and library, whose name is `library`.
  public let folder: String
  /// The package's folder, which contains `Sources`.
  public let package: String
  /// The instruction set for which the library was compiled, as named by the option `-march`; nil
  /// for the baseline.
  public let instructionSet: String?

  /// The library's name, for the linker's option `-l`.
  public static let library = "GradbookEngine"

  /// The compiler's options for a program with a single thread, as most blocks are.
  public static let singleThreaded = ThreadUse.singleThreaded

  /// The package's folder, if it can be found.
  public static var package: String? { EngineSources.findPackage() }

  /// Finds the engine, building it if necessary.
  /// - Parameter forEveryProcessor: true for the baseline instruction set instead of this machine's
  /// - Returns: nil when there is no compiler, or the engine does not compile
  public static func find(forEveryProcessor: Bool = false) async -> EngineLocation? {
    let environment = BuildEnvironment(Executor.Configuration()) { _ in }
    guard let package = EngineSources.findPackage(),
      case .success(let tools) = await environment.findTools()
    else { return nil }
    var build = tools.engine
    if forEveryProcessor { build.instructionSet = nil }
    guard case .success(let library) = await environment.library(build) else { return nil }
    return EngineLocation(
      compiler: build.toolchain.compiler, toolchain: build.toolchain.home, folder: library.folder,
      package: package, instructionSet: build.instructionSet?.name)
  }
}
