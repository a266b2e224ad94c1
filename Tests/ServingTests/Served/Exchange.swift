import Foundation

/// A connection to the server, on which anything can be written.
final class Exchange {
  private let socket: Int32

  /// Connects to a port of this machine; nil when nobody listens there.
  init?(port: UInt16) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 { return nil }
  }

  deinit { close(socket) }

  /// Writes text.
  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Reads until the other side closes, or until a text has come; at most for some seconds.
  func read(until text: String? = nil, seconds: Int = 30) -> String {
    var bytes: [UInt8] = []
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 200) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(socket, &buffer, buffer.count, 0)
      if count <= 0 { break }
      bytes += buffer[..<count]
      if let text, String(decoding: bytes, as: UTF8.self).contains(text) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// True when the other side has closed.
  var isClosed: Bool {
    var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 0) > 0 else { return false }
    var byte: UInt8 = 0
    return recv(socket, &byte, 1, Int32(MSG_PEEK)) <= 0
  }
}

extension ServerProcess {
  /// Sends a request by itself, and returns the whole response.
  func ask(
    _ method: String, _ target: String, token: String? = nil, host: String? = nil,
    _ headers: [String] = [], body: String = ""
  ) -> String {
    guard let exchange = Exchange(port: port) else { return "" }
    var lines = ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")"]
    if let token { lines.append("gradbook-token: \(token)") }
    lines += ["Connection: close"] + headers
    if method == "POST" {
      lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"]
    }
    exchange.write((lines + ["", ""]).joined(separator: "\r\n") + body)
    return exchange.read()
  }

  /// The status of a response.
  static func status(_ response: String) -> Int? {
    response.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }
}
