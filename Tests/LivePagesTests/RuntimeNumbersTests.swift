import Foundation
import Testing

/// What pages have instead of the C library's functions gives the same bits.
@Suite struct RuntimeNumbersTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static let compiler = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/clang" }.first(where: FileManager.default.isExecutableFile)

  @Test(
    "rounding, products with sums, remainders and integers of 128 bits are those of this machine",
    .enabled(if: compiler != nil, "there is no clang to compile them for this machine"))
  func sameBits() throws {
    let program = FileManager.default.temporaryDirectory
      .appendingPathComponent("numbers-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: program) }
    let numbers = Self.package + "/Sources/LivePages/Runtime/Numbers.c"
    let source = Self.package + "/Tests/LivePagesTests/Numbers/check.c"
    let compiled = try run(
      Self.compiler ?? "clang",
      ["-O1", "-ffp-contract=off", "-DNUMBERS=\"\(numbers)\"", source, "-o", program, "-lm"])
    #expect(compiled == "")
    #expect(try run(program, []) == "0 differences\n")
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
