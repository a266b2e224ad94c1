import Foundation

/// The current input, in a file that outlives the process that reads it.
struct CurrentInput {
  private static let headerSize = 16
  private let memory: UnsafeMutableRawPointer

  /// Makes the file and maps it into memory, so that recording an input costs no more than copying
  /// it.
  init(path: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    defer { close(file) }
    let size = Self.headerSize + InputLimit.bytes
    guard ftruncate(file, off_t(size)) == 0,
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      memory != MAP_FAILED
    else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    self.memory = memory
  }

  /// Records the next input.
  func note(_ bytes: [UInt8], run: Int) {
    memory.storeBytes(of: run, as: Int.self)
    memory.storeBytes(of: bytes.count, toByteOffset: 8, as: Int.self)
    bytes.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(start: memory + Self.headerSize, count: InputLimit.bytes)
        .copyMemory(from: source)
    }
  }

  /// Returns the last input recorded by a process that has ended, or nil when there is none.
  static func last(in path: String) -> (run: Int, bytes: [UInt8])? {
    guard let file = try? Data(contentsOf: URL(filePath: path)), file.count > headerSize else {
      return nil
    }
    let (run, count) = file.withUnsafeBytes {
      ($0.loadUnaligned(as: Int.self), $0.loadUnaligned(fromByteOffset: 8, as: Int.self))
    }
    return run > 0 ? (run, Array(file.dropFirst(headerSize).prefix(count))) : nil
  }
}
