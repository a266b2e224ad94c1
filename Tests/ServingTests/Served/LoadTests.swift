import Foundation
import TestTurns
import Testing

/// Many connections at once. `GRADBOOK_LOAD=1` makes them as many as README says; else there are fewer, so
/// that the test is quick.
@Suite(.serialized, .startsPrograms) struct LoadTests {
  private static let isLong = ProcessInfo.processInfo.environment["GRADBOOK_LOAD"] != nil

  @Test("Half-open connections, tabs and requests: nothing is lost, and memory stays flat")
  func load() async throws {
    let (halfOpen, tabs, requests) = Self.isLong ? (300, 50, 10_000) : (60, 10, 1000)
    let server = try await ServerProcess()
    let streams = try (0..<tabs).map { _ in
      let stream = try #require(Exchange(port: server.port))
      stream.write(
        "GET /_gradbook/events HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"
          + "gradbook-token: \(server.token)\r\n\r\n")
      #expect(stream.read(until: "event: changed").contains("event: changed"))
      return stream
    }
    // Some say nothing, some half a line, some half a body.
    let beginnings = [
      "", "GET /en/01", "POST /_gradbook/run HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n",
    ]
    let silent = try (0..<halfOpen).map { index in
      let exchange = try #require(Exchange(port: server.port))
      exchange.write(beginnings[index % beginnings.count])
      return exchange
    }
    /// Sends requests, some on a connection that is kept.
    func ask(_ count: Int) throws {
      let paths = ["/", "/en/01-parabola.html", "/en/03-plain.html", "/none", "/search-index.js"]
      var answered = 0
      while answered < count {
        let exchange = try #require(Exchange(port: server.port))
        for index in 0..<20 {
          let path = paths[index % paths.count]
          exchange.write("HEAD \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
          let answer = exchange.read(until: "\r\n\r\n")
          let status = ServerProcess.status(answer)
          guard status == (path == "/none" ? 404 : 200) else {
            Issue.record("\(path): \(answer)")
            return
          }
          answered += 1
        }
      }
    }
    try ask(requests / 5)
    let before = server.memory
    try ask(requests)
    let after = server.memory
    print("memory: \(before) MB before \(requests) requests, \(after) MB after")
    #expect(after < before + 20)

    try server.write("# Plain\n\nOther text.\n", to: "en/03-plain.md")
    for stream in streams {
      #expect(stream.read(until: "\"version\":2").contains("\"version\":2"))
    }
    if Self.isLong {
      // Who says nothing for a quarter of a minute is not waited for.
      try await Task.sleep(for: .seconds(16))
      #expect(silent.filter { !$0.isClosed }.isEmpty)
      #expect(streams.filter { $0.isClosed }.isEmpty)
    }
    #expect(server.end() < 2)
  }
}

extension ServerProcess {
  /// The memory that the server holds, in megabytes.
  var memory: Int {
    let status = (try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 / 1024 } ?? 0
  }
}
