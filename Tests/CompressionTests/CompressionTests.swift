import Compression
import Foundation
import Testing

/// What is packed here has to be what others unpack: Python's zlib, where there is a Python.
@Suite struct CompressionTests {
  /// Data of several kinds, each with the size that it may have at most.
  private static let samples: [(data: [UInt8], limit: Int)] = [
    ([], 40), ([7], 40), (Array("abc".utf8), 40), ([UInt8](repeating: 0, count: 100_000), 300),
    (Array(String(repeating: "a descent by gradients, ", count: 5000).utf8), 900),
    ((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }, 200_000),
    (noise(70_000), 71_000), (noise(70_000).map { $0 % 4 }, 22_000),
    // A repetition farther away than the window reaches must not be taken for one within it.
    (noise(40_000) + noise(40_000), 81_000),
    // Lengths of words beyond the limit: each byte twice as often as the one before.
    ((0..<18).flatMap { [UInt8](repeating: $0, count: 1 << Int($0)) }.shuffledFixed(), 92_000),
  ]

  private static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
  }

  private static let python = "/usr/bin/python3"

  @Test(
    "a packed file is unpacked to what it was, and is smaller where it can be",
    .enabled(if: FileManager.default.isExecutableFile(atPath: python), "there is no Python here"),
    arguments: samples.indices)
  func unpacked(sample: Int) throws {
    let (data, limit) = Self.samples[sample]
    let packed = Gzip.packed(data)
    #expect(packed.count <= limit)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(packed).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [
      "-c", "import gzip,sys; sys.stdout.buffer.write(gzip.open(sys.argv[1]).read())", file.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let unpacked = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(Array(unpacked) == data)
  }
}

extension [UInt8] {
  /// The same bytes in another order, always the same.
  fileprivate func shuffledFixed() -> [UInt8] {
    var bytes = self
    var state: UInt64 = 9
    for last in stride(from: bytes.count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.swapAt(last, Int(state >> 33) % (last + 1))
    }
    return bytes
  }
}
