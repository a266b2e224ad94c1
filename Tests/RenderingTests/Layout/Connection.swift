import Foundation
import TestBrowser

/// A connection to a port of this machine, for a browser's protocol.
final class Connection {
  private let descriptor: Int32

  /// Connects to a port.
  /// - Throws: `Browser.Failure` if nothing listens there
  init(port: UInt16) throws {
    descriptor = Self.newSocket()
    guard Self.withAddress(port: port, { connect(descriptor, $0, $1) }) == 0 else {
      Foundation.close(descriptor)
      throw Browser.Failure(description: "nothing listens on port \(port)")
    }
  }

  deinit { Foundation.close(descriptor) }

  /// Connects to a port as soon as something listens there, within a minute.
  /// - Parameter port: the port, or nil as long as it is not known
  static func patient(port: () -> UInt16?) throws -> Connection {
    for _ in 0..<600 {
      if let port = port(), let connection = try? Connection(port: port) { return connection }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return try Connection(port: port() ?? 0)
  }

  /// A port on which nothing listens.
  static func freePort() -> UInt16 {
    let probe = newSocket()
    defer { Foundation.close(probe) }
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withAddress(port: 0) { bind(probe, $0, $1) }
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(probe, $0, &size) }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Sends bytes.
  func write(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw Browser.Failure(description: "the browser has ended") }
      sent += count
    }
  }

  /// Reads as many bytes as asked for, each part of them within a minute.
  func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 60_000) > 0 else {
        throw Browser.Failure(description: "the browser is silent")
      }
      var buffer = [UInt8](repeating: 0, count: count - bytes.count)
      let found = Foundation.read(descriptor, &buffer, buffer.count)
      guard found > 0 else { throw Browser.Failure(description: "the browser has ended") }
      bytes += buffer.prefix(found)
    }
    return bytes
  }

  /// Reads to the end of a mark, and gives what was before it.
  func read(through mark: String) throws -> String {
    var bytes: [UInt8] = []
    while !bytes.suffix(mark.utf8.count).elementsEqual(mark.utf8) { bytes += try read(1) }
    return String(decoding: bytes.dropLast(mark.utf8.count), as: UTF8.self)
  }

  private static func newSocket() -> Int32 { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }

  private static func withAddress(
    port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
