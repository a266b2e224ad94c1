// swift-tools-version: 6.2
import PackageDescription

/// The engine is made to be called from one thread, and small operations would spend most of their
/// time on checks for others.
let engineSettings: [SwiftSetting] = [
  .unsafeFlags(
    ["-enforce-exclusivity=unchecked", "-Xfrontend", "-assume-single-threaded"],
    .when(configuration: .release)),
  // Tests train networks and try functions on millions of numbers.
  .unsafeFlags(["-O"], .when(configuration: .debug)),
]

/// What a block links against. These modules import nothing but each other, and also compile
/// under Embedded Swift for wasm32.
let engine: [Target] = [
  .target(name: "HostSystem"),
  .target(name: "Numerals"),
  .target(name: "Transcript"),
  .target(
    name: "GradientDescent", dependencies: ["HostSystem", "Numerals"], swiftSettings: engineSettings
  ),
  .target(name: "Charts", dependencies: ["Numerals", "Transcript"]),
  .target(
    name: "Notebook",
    dependencies: ["GradientDescent", "Charts", "HostSystem", "Numerals", "Transcript"]),
]

/// What pages show of an experiment's outputs. Live pages draw them again, so these modules also compile
/// under Embedded Swift for wasm32.
let outputs: [Target] = [
  .target(name: "Markup"),
  .target(name: "ChartDrawing", dependencies: ["Charts", "Markup", "Numerals"]),
  .target(name: "Outputs", dependencies: ["Charts", "Transcript"]),
  .target(
    name: "OutputViews",
    dependencies: ["ChartDrawing", "Charts", "Markup", "Numerals", "Outputs", "Transcript"]),
]

/// The way of a chapter, stage by stage: text, `Chapter`, outputs, page.
let stages: [Target] = [
  .systemLibrary(
    name: "CCmark", pkgConfig: "libcmark",
    providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
  .target(name: "Markdown", dependencies: ["CCmark", "Markup"]),
  .target(name: "SwiftLexing"),
  .target(name: "Digests"),
  .target(name: "Compression", dependencies: ["Digests"]),
  .target(name: "ForeignNames"),
  .target(
    name: "Reference", dependencies: ["BookModel", "ForeignNames", "Markdown", "Transcript"]),
  .target(name: "Files", dependencies: ["Digests"]),
  .target(name: "MathML"),
  // Scripts and styles of pages. It is in C for `#embed`: Swift's `.embedInCode` makes an array literal
  // of every byte, which takes 4 to 6 s to compile; this takes none.
  .target(name: "PageAssets", exclude: ["Scripts", "Styles"]),
  .target(name: "Prose", dependencies: ["BookModel", "Markdown", "MathML"]),
  .target(name: "BookModel", dependencies: ["Markdown", "MathML", "Outputs"]),
  .target(
    name: "Parsing",
    dependencies: [
      "BookModel", "Markdown", "Markup", "MathML", "Prose", "SwiftLexing",
      .product(name: "Yams", package: "Yams"),
    ]),
  .target(
    name: "Execution",
    dependencies: [
      "BookModel", "Digests", "Files", "ForeignNames", "Numerals", "SwiftLexing",
      "Transcript",
      .product(name: "Subprocess", package: "swift-subprocess"),
      .product(name: "SystemPackage", package: "swift-system"),
    ]),
  // Sources/LivePages/Runtime is compiled by this module, for WebAssembly.
  .target(
    name: "LivePages",
    dependencies: [
      "BookModel", "Compression", "Digests", "Execution", "Files", "SwiftLexing", "Transcript",
    ],
    exclude: ["Runtime"]),
  .target(
    name: "Rendering",
    dependencies: [
      "BookModel", "ChartDrawing", "Charts", "Compression", "Digests", "Markdown", "Markup",
      "MathML", "Numerals", "OutputViews", "PageAssets", "Prose", "SwiftLexing", "Transcript",
    ]),
]

/// What editors ask about chapters: `LanguageSupport` knows the answers, `LanguageServer` speaks with an
/// editor; both speak the language server protocol, one to the toolchain, one to the editor.
let editing: [Target] = [
  .target(name: "LanguageProtocol"),
  .target(
    name: "LanguageSupport",
    dependencies: [
      "BookModel", "Execution", "Files", "LanguageProtocol", "Markdown", "MathML", "Parsing",
      "Prose", "SwiftLexing",
    ]),
  .target(
    name: "LanguageServer",
    dependencies: ["BookModel", "Execution", "LanguageProtocol", "LanguageSupport"]),
]

/// With the standard libraries in it the program starts in half the time. Foundation's parts are named
/// because modules name the shared library only, and need each other.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-use-ld=lld", "-Xlinker", "--start-group"]
      + [
        "Foundation", "FoundationInternationalization", "FoundationEssentials", "CoreFoundation",
        "_FoundationICU", "_FoundationCShims", "_FoundationCollections",
      ].map { "-l" + $0 }
      + ["-Xlinker", "--end-group"],
    .when(platforms: [.linux], configuration: .release))
]

/// What the commands share: it joins the stages, and speaks on the terminal.
let pipeline: [Target] = [
  .target(
    name: "BookPipeline",
    dependencies: [
      "BookModel", "Charts", "Digests", "Execution", "Files", "LanguageSupport", "LivePages",
      "MathML", "Parsing", "Prose", "Reference", "Rendering", "SwiftLexing", "Transcript",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  .target(
    name: "Serving",
    dependencies: [
      "BookModel", "BookPipeline", "Digests", "Execution", "Files", "LanguageSupport", "Markdown",
      "Numerals", "Parsing", "Reference", "Rendering", "Transcript",
      .product(name: "NIOCore", package: "swift-nio"),
      .product(name: "NIOHTTP1", package: "swift-nio"),
      .product(name: "NIOPosix", package: "swift-nio"),
    ]),
]

let commands: [Target] = [
  // It is in C: without Swift's runtime and with no library to look for it starts in a millisecond
  // instead of four, and every compilation and every run starts it.
  .executableTarget(
    name: "gradbook-sandbox",
    linkerSettings: [
      .unsafeFlags(["-nostartfiles", "-static-executable"], .when(platforms: [.linux]))
    ]),
  // It is in C because the compiler's library brings Swift's own libraries with it: there must not be two
  // of them in one process.
  .executableTarget(name: "gradbook-compiler"),
  .executableTarget(
    name: "gradbook",
    dependencies: [
      "gradbook-compiler", "gradbook-sandbox", "BookModel", "BookPipeline", "Execution", "Files",
      "LanguageServer", "Markdown", "MathML", "Parsing", "Reference", "Rendering",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    linkerSettings: staticRuntime),
  // A program of its own, which is built when it is first asked for: the libraries for it take longer than
  // all else.
  .executableTarget(
    name: "gradbook-serve",
    dependencies: [
      "gradbook-compiler", "gradbook-sandbox", "BookPipeline", "Serving",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    linkerSettings: staticRuntime),
  .executableTarget(
    name: "gradbook-bench",
    dependencies: [
      "gradbook", "gradbook-compiler", "gradbook-sandbox", "BookModel", "Execution", "Markdown",
      "Parsing", "Rendering",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    exclude: ["Programs"]),
  .executableTarget(
    name: "gradbook-fuzz",
    dependencies: [
      "BookModel", "Execution", "MathML", "Parsing", "Prose", "Rendering",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
]

let tests: [Target] = [
  .target(name: "TestTurns", path: "Tests/TestTurns"),
  .target(name: "TestBrowser", path: "Tests/TestBrowser"),
  .testTarget(name: "NumeralsTests", dependencies: ["Numerals"]),
  .testTarget(name: "TranscriptTests", dependencies: ["Transcript"]),
  .testTarget(
    name: "GradientDescentTests", dependencies: ["GradientDescent"], exclude: ["Golden"]),
  .testTarget(name: "NotebookTests", dependencies: ["Notebook"]),
  .testTarget(name: "SameBitsTests", exclude: ["Block", "Program", "lines.txt"]),
  .testTarget(name: "ChartsTests", dependencies: ["Charts", "Transcript"]),
  .testTarget(
    name: "ChartDrawingTests", dependencies: ["ChartDrawing", "Charts"], exclude: ["Snapshots"]),
  .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
  .testTarget(name: "CompressionTests", dependencies: ["Compression"]),
  .testTarget(name: "ForeignNamesTests", dependencies: ["ForeignNames"]),
  .testTarget(
    name: "ReferenceTests", dependencies: ["Reference", "BookModel", "Markdown", "Parsing"]),
  .testTarget(name: "FilesTests", dependencies: ["Files"]),
  .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
  .testTarget(
    name: "OutputViewsTests",
    dependencies: ["Charts", "Numerals", "OutputViews", "Outputs", "Transcript"]),
  .testTarget(name: "SwiftLexingTests", dependencies: ["SwiftLexing"]),
  .testTarget(name: "MathMLTests", dependencies: ["MathML"], exclude: ["Fixtures"]),
  .testTarget(name: "ProseTests", dependencies: ["Prose", "Markdown", "BookModel"]),
  .testTarget(
    name: "ParsingTests", dependencies: ["Parsing", "BookModel", "Markdown", "Markup"],
    exclude: ["Fixtures"]),
  .testTarget(
    name: "ExecutionTests",
    dependencies: [
      "Execution", "BookModel", "Charts", "Files", "ForeignNames", "Transcript", "TestTurns",
    ]),
  .testTarget(
    name: "LivePagesTests",
    dependencies: ["LivePages", "BookModel", "Execution", "Parsing", "Transcript"],
    exclude: ["Numbers"]),
  .testTarget(
    name: "RenderingTests",
    dependencies: [
      "Rendering", "BookModel", "ChartDrawing", "Charts", "Markdown", "Markup", "OutputViews",
      "Parsing", "Transcript",
      "TestBrowser", "TestTurns",
    ],
    exclude: [
      "Snapshots", "Layout/formula-boxes.js", "Layout/layout-faults.js", "Live/Modules",
    ]),
  .testTarget(name: "LanguageProtocolTests", dependencies: ["LanguageProtocol"]),
  .testTarget(
    name: "LanguageSupportTests",
    dependencies: ["LanguageSupport", "BookModel", "Execution", "Parsing"]),
  .testTarget(
    name: "LanguageServerTests",
    dependencies: ["LanguageServer", "LanguageProtocol", "LanguageSupport"]),
  .testTarget(name: "StructureTests", dependencies: ["SwiftLexing"]),
  .testTarget(
    name: "ServingTests",
    dependencies: [
      "Serving", "gradbook-serve", "Files", "LanguageSupport", "Parsing", "TestBrowser",
      "TestTurns",
    ]),
  .testTarget(
    name: "GradbookTests",
    dependencies: [
      "gradbook", "BookModel", "BookPipeline", "Execution", "ForeignNames", "Markdown", "Parsing",
      "Reference", "Rendering", "TestTurns",
    ],
    exclude: ["Fixtures"]),
]

let package = Package(
  name: "gradbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gradbook", targets: ["gradbook"]),
    .executable(name: "gradbook-compiler", targets: ["gradbook-compiler"]),
    .executable(name: "gradbook-sandbox", targets: ["gradbook-sandbox"]),
    .executable(name: "gradbook-serve", targets: ["gradbook-serve"]),
    .executable(name: "gradbook-bench", targets: ["gradbook-bench"]),
    .executable(name: "gradbook-fuzz", targets: ["gradbook-fuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: engine + outputs + stages + pipeline + editing + commands + tests
)
