/// The compilers' options for WebAssembly.
///
/// Modules have no vectors of 128 bits: the toolchain's `wasmkit`, under which each module is tried, does
/// not know them.
enum WasmTarget {
  /// The options that decide how Swift code fits together.
  static let swift = [
    "-target", "wasm32-unknown-none-wasm", "-wmo", "-parse-as-library",
    "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern",
    "-no-color-diagnostics", "-diagnostic-style=llvm",
  ]

  /// The options for the engine's modules.
  static let engine = swift + ["-O", "-package-name", "gradbook"]

  /// The options for an experiment. Assertions are checked, as natively.
  static let experiment =
    swift + ["-O", "-swift-version", "5", "-assert-config", "Debug"]

  /// The options for C.
  static let c = [
    "-target", "wasm32-unknown-none-wasm", "-Oz", "-ffreestanding", "-mbulk-memory", "-msign-ext",
    "-mnontrapping-fptoint", "-std=c23", "-Werror",
  ]

  /// The linker's options. What nothing calls is left out, and so are all names.
  static let linker = [
    "--no-entry", "--gc-sections", "--strip-all", "--stack-first", "-O2", "-z",
    "stack-size=1048576", "--max-memory=536870912", "--export-memory",
  ]

  /// What Swift's texts need to know about Unicode, below the toolchain's `usr`.
  static let unicodeTables =
    "lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a"

  /// The programs of the toolchain that live pages are made with.
  static let programs = ["swiftc", "clang", "wasm-ld", "wasmkit"]
}
