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
  /// The widest instruction set that the library has been compiled for and that this machine runs, as
  /// the option `-march` names it; nil when it is the usual one.
  public let instructionSet: String?

  /// The library's name, as the linker's option `-l` takes it.
  public static let library = "GradbookEngine"

  /// The folder of the package that this program was compiled from, if it is still there.
  public static var package: String? { EngineSources.findPackage() }

  /// Finds the engine, and builds it if need be.
  /// - Returns: nil when there is no compiler, or the engine does not compile
  public static func find() async -> EngineLocation? {
    let workshop = Workshop(Executor.Configuration()) { _ in }
    guard let package = EngineSources.findPackage(),
      case .success(let equipment) = await workshop.equip(),
      case .success(let library) = await workshop.library(equipment.engine)
    else { return nil }
    return EngineLocation(
      compiler: equipment.engine.toolchain.compiler, toolchain: equipment.engine.toolchain.home,
      folder: library.folder, package: package,
      instructionSet: equipment.engine.variants.last?.name)
  }
}
