/// How a block is compiled for WebAssembly, against the modules that `.ci/wasm` has compiled.
public enum WasmCompilation {
  /// The compiler's options: those of `.ci/wasm`.
  /// - Parameter modules: the folder of the modules
  public static func options(modules: String) -> [String] {
    [
      "-target", "wasm32-unknown-none-wasm", "-O", "-wmo", "-parse-as-library",
      "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern",
      "-Xcc", "-msimd128", "-I", modules,
    ]
  }

  /// A file that belongs in each block's module beside the block.
  ///
  /// A text with interpolated values begins with an initializer of the standard library's that keeps room
  /// for what comes. In Embedded Swift the block has to hold all that it calls, which more than doubles
  /// the time of its compilation. A module's own function of the same symbol goes before: this one begins
  /// with an empty text. Should a compiler name the symbol otherwise, blocks would do the same as before,
  /// and take longer to compile.
  public static let interpolation = """
    import Notebook

    extension DefaultStringInterpolation {
      @_silgen_name(
        "$es26DefaultStringInterpolationV15literalCapacity18interpolationCountABSi_SitcfC")
      private init(literalCapacity: Int, interpolationCount: Int) { self = .empty }
    }

    """
}
