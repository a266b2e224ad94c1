/// The commands that the compiler's driver would run for a program, so that they can be run without
/// it: the driver itself takes longer than compiling a small program.
///
/// The driver prints its commands when called with `-###`, and so does clang, which the driver uses
/// for linking. Both are called once for each toolchain, engine and optimization, and their answers
/// are cached.
struct DriverPlan: Equatable, Sendable {
  /// The compiler's frontend with its arguments. It compiles `source` to `object`.
  var frontend: [String]
  /// The linker with its arguments. It links `object` to `program`; the argument `libraries` marks the
  /// position of the libraries that the object file names.
  var linker: [String]

  /// The source's name in the folder of the compilation.
  static let source = "main.swift"
  /// The object file's name in the folder of the compilation.
  static let object = "main.o"
  /// The program's name in the folder of the compilation.
  static let program = "program"
  /// The argument that marks the position of the libraries that the object file names, which
  /// `linker(with:)` puts there.
  static let libraries = "-lgradbook-autolinked"

  /// Makes a plan from two commands.
  init(frontend: [String], linker: [String]) {
    (self.frontend, self.linker) = (frontend, linker)
  }

  /// The arguments with which the library of the compiler, which has a driver in it, runs the same frontend.
  /// - Parameter more: further options of the frontend
  func driverArguments(_ optimization: CompilerOptions.Optimization, _ more: [String]) -> [String] {
    var options = frontend.dropFirst(2) + more
    options.removeAll { $0 == "-c" || $0 == Self.source }
    if let output = options.firstIndex(of: "-o") { options.removeSubrange(output...(output + 1)) }
    return ["-c", Self.source, "-o", Self.object] + CompilerOptions.options(optimization)
      + options.flatMap { ["-Xfrontend", $0] }
  }

  /// Returns the linker with its arguments for an object that names some libraries.
  func linker(with entries: [String]) -> [String] {
    linker.flatMap { $0 == Self.libraries ? entries : [$0] }
  }
}

/// The driver's answer to `-###`: one frontend, the extraction of the object's libraries, one
/// linker.
struct DriverAnswer: Equatable {
  /// The frontend's command, with `DriverPlan.object` as its output.
  var frontend: [String]
  /// The command that links, with `DriverPlan.object` and `DriverPlan.libraries`.
  var linking: [String]

  /// Parses the driver's answer; nil when it does not have exactly the expected form.
  init?(_ output: [UInt8]) {
    let lines = output.split(separator: UInt8(ascii: "\n")).map(CommandWords.split)
    guard lines.count == 3, let compile = lines[0], let extract = lines[1], let link = lines[2],
      compile.count > 4, compile[1] == "-frontend",
      compile.contains(DriverPlan.source), !compile.contains("-primary-file"),
      compile[compile.count - 2] == "-o", let object = compile.last, extract.count == 4,
      extract[0].utf8.suffix(23).elementsEqual("/swift-autolink-extract".utf8),
      extract[1] == object, extract[2] == "-o", link.contains(object),
      link.contains("@" + extract[3])
    else { return nil }
    let names = [object: DriverPlan.object, "@" + extract[3]: DriverPlan.libraries]
    var frontend = compile.map { names[$0] ?? $0 }
    // The folder differs between compilations; the program must not.
    if let option = frontend.firstIndex(of: "-file-compilation-dir") { frontend[option + 1] = "." }
    self.frontend = frontend
    linking = link.map { names[$0] ?? $0 }
  }

  /// Parses clang's answer and returns the linker's command; nil when there is not exactly one, or
  /// it lacks an expected file.
  static func linker(in output: [UInt8]) -> [String]? {
    let commands = output.split(separator: UInt8(ascii: "\n"))
      .filter { $0.starts(with: " \"/".utf8) }.map(CommandWords.split)
    guard commands.count == 1, let command = commands[0], command.contains(DriverPlan.object),
      command.contains(DriverPlan.libraries), command.contains(DriverPlan.program)
    else { return nil }
    return command
  }
}
