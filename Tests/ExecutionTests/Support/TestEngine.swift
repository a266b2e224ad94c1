@testable import Execution
@testable import Files

/// A package with an engine so small that it compiles in seconds, for tests of what happens around
/// an engine.
enum TestEngine {
  /// The package's folder, shared by all tests and built at most once.
  static let package: String = {
    let folder = root + "/package"
    for (path, text) in files {
      let file = folder + "/" + path
      if let parent = FileAccess.parent(of: file) { try? FileAccess.makeFolder(parent) }
      try? FileAccess.writeAtomically(Array(text.utf8), to: file)
    }
    return folder
  }()

  /// A cache's folder that all tests may share.
  static let cache = root + "/cache"

  private static let root: String = {
    // Removed when the tests end: a value that lives as long as the process is never taken down.
    atexit { FileAccess.remove(TestEngine.root) }
    do throws(FileError) {
      return try FileAccess.makeUniqueFolder(
        in: TemporaryFolder.systemFolder, prefix: "gradbook-tests")
    } catch {
      fatalError("\(error)")
    }
  }()

  private static let files = [
    "Package.swift": "// Only looked for.\n",
    "Sources/HostSystem/Clock.swift": "public let seconds = 1.0\n",
    "Sources/Numerals/Digits.swift": "public let ten = 10\n",
    "Sources/Transcript/RecordKind.swift": "public enum Kind { case text, fault }\n",
    "Sources/Charts/Chart.swift": "public struct Picture { public init() {} }\n",
    "Sources/GradientDescent/Array.swift": """
    public nonisolated(unsafe) var onFault: ((String) -> Void)?

    public struct Numbers {
      public var values: [Double]
      public init(_ values: [Double]) { self.values = values }

      public static func + (a: Numbers, b: Numbers) -> Numbers {
        guard a.values.count == b.values.count else {
          onFault?("add: shapes (\\(a.values.count)) and (\\(b.values.count)) do not fit")
          fatalError("add")
        }
        return Numbers(zip(a.values, b.values).map { $0 + $1 })
      }
    }
    """,
    "Sources/Notebook/Notebook.swift": """
    @_exported import GradientDescent
    import Glibc

    public struct GradbookEnd {
      init() {}
      public static var gradbookReached: GradbookEnd { GradbookEnd() }
    }
    public func gradbookSeed(_ seed: UInt64) -> UInt64 { seed }
    public func gradbookFinish(_ end: GradbookEnd) { emit(11, "") }
    public func gradbookThrow(_ error: any Error) -> Never {
      fatalError("Error raised at top level: " + String(reflecting: error))
    }
    public func startNotebook() {
      emit(10, "")
      onFault = { emit(3, $0) }
    }

    public func print(_ items: Any..., terminator: String = "\\n") {
      emit(1, items.map { "\\($0)" }.joined(separator: " ") + terminator)
    }

    func emit(_ kind: UInt8, _ text: String) {
      let bytes = Array(text.utf8)
      let count = UInt32(bytes.count)
      let length = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: count >> UInt32($0)) }
      let record = [0, kind] + length + bytes
      _ = write(1, record, record.count)
    }
    """,
  ]
}

extension Executor {
  /// An executor that works with the test engine.
  static func testing(
    cache: String = TestEngine.cache, compiler: String? = nil, use: Executor.Use = .remembering,
    onEvent: @escaping @Sendable (ExecutionEvent) -> Void = { _ in }
  ) -> Executor {
    Executor(
      .init(cacheFolder: cache, compiler: compiler, package: TestEngine.package),
      use: use, onEvent: onEvent)
  }
}
