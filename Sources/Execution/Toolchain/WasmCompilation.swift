/// Compiles blocks for WebAssembly, against the modules that `.ci/wasm` has compiled.
public enum WasmCompilation {
  /// Returns the compiler's options, which are those of `.ci/wasm`.
  /// - Parameter modules: the folder of the modules
  public static func options(modules: String) -> [String] {
    [
      "-target", "wasm32-unknown-none-wasm", "-O", "-wmo", "-parse-as-library",
      "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern",
      "-Xcc", "-msimd128", "-I", modules,
    ]
  }

  /// The source of a file that each block's module contains beside the block.
  ///
  /// A string interpolation begins with an initializer of the standard library that reserves
  /// capacity. In Embedded Swift the block has to contain everything that it calls, which more than
  /// doubles its compilation time. A function with the same symbol in the module itself takes
  /// precedence: this one begins with an empty string. If a compiler mangles the symbol
  /// differently, blocks behave the same and take longer to compile.
  public static let interpolation = """
    import Notebook

    extension DefaultStringInterpolation {
      @_silgen_name(
        "$es26DefaultStringInterpolationV15literalCapacity18interpolationCountABSi_SitcfC")
      private init(literalCapacity: Int, interpolationCount: Int) { self = .empty }
    }

    """
}
