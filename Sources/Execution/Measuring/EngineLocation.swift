/// Where the engine is that blocks are linked with, for programs that measure what blocks get.
public struct EngineLocation: Sendable {
  /// The path of `swiftc`.
  public let compiler: String
  /// The folder that holds the toolchain's `bin`.
  public let toolchain: String
  /// The folder of the engine's modules and library, whose name is `library`.
  public let folder: String
  /// The package's folder, with `Sources`.
  public let package: String
  /// The instruction set that the library has been compiled for, as the option `-march` names it; nil
  /// when it is the usual one.
  public let instructionSet: String?

  /// The library's name, as the linker's option `-l` takes it.
  public static let library = "GradbookEngine"

  /// The compiler's options for a program with a single thread, as most chapters are.
  public static let singleThreaded = ThreadUse.singleThreaded

  /// The folder of the package that this program was compiled from, if it is still there.
  public static var package: String? { EngineSources.findPackage() }

  /// Finds the engine, and builds it if need be.
  /// - Parameter forEveryProcessor: whether it shall do with what every processor has, instead of what
  ///   blocks get on this machine
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
