import Foundation
import TestTurns
import Testing

/// Requests to the real server, by a client that sends what it likes.
@Suite(.serialized, .startsPrograms, .served) struct RequestTests {
  private let server: ServerProcess

  init() throws { server = try #require(ServerProcess.current) }

  private func status(_ method: String, _ target: String, token: String? = nil) -> Int? {
    ServerProcess.status(server.ask(method, target, token: token))
  }

  @Test("The site's files come without a token, all else with it, and nothing else comes at all")
  func files() {
    for path in [
      "/", "/index.html", "/en/01-parabola.html", "/en/01-parabola.md", "/en/01-parabola.swift",
      "/search-index.js", "/book.html", "/book.epub", "/en/01%2Dparabola.html",
    ] {
      #expect(status("GET", path) == 200, "\(path)")
      #expect(status("HEAD", path) == 200, "\(path)")
    }
    for path in ["/en/04.html", "/en/", "/en", "/Chapters/en/01-parabola.md", "/en/01-parabola"] {
      #expect(status("GET", path) == 404, "\(path)")
    }
    for path in ["/../out", "/%2e%2e/out", "/en/%2e%2e/%2e%2e/out", "/en%00.html", "/en\\a"] {
      #expect(status("GET", path) == 400, "\(path)")
    }
    #expect(status("GET", "/%252e%252e/out") == 404)
    #expect(status("GET", "/_gradbook/chapter?page=en/01-parabola.html") == 401)
    #expect(
      status("GET", "/_gradbook/chapter?page=en/01-parabola.html", token: server.token) == 200)
    #expect(status("GET", "/_gradbook/chapter?page=en/09.html", token: server.token) == 404)
    #expect(status("GET", "/_gradbook/else", token: server.token) == 404)
    #expect(ServerProcess.status(server.ask("GET", "/", host: "evil.org")) == 403)
  }

  @Test("Every response, whatever it is, forbids framing, guessing types and other sites")
  func headers() {
    let responses = [
      server.ask("GET", "/"), server.ask("GET", "/en/01-parabola.md"), server.ask("GET", "/none"),
      server.ask("GET", "/", host: "evil.org"), server.ask("POST", "/_gradbook/run"),
      server.ask("GET", "/_gradbook/chapter?page=index.html", token: server.token),
      server.ask("PUT", "/"), server.ask("GET", "/../a"),
    ]
    for response in responses {
      #expect(response.contains("X-Content-Type-Options: nosniff\r\n"))
      #expect(response.contains("frame-ancestors 'none'"))
      #expect(response.contains("Cross-Origin-Resource-Policy: same-origin\r\n"))
      #expect(!response.lowercased().contains("access-control"))
      #expect(!response.lowercased().contains("set-cookie"))
    }
    // What an author made runs nothing, not even when it is opened by itself.
    #expect(responses[1].contains("Content-Security-Policy: default-src 'none'; sandbox;"))
    #expect(responses[0].contains("connect-src 'self'"))
  }

  @Test("What is too large, too long or no HTTP is refused in words, and the server stays up")
  func oversized() {
    let large =
      "POST /_gradbook/run HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\ngradbook-token: \(server.token)\r\n"
    func raw(_ text: String) -> Int? {
      let exchange = Exchange(port: server.port)
      exchange?.write(text)
      return ServerProcess.status(exchange?.read(until: "\r\n\r\n") ?? "")
    }
    #expect(raw(large + "Content-Length: 99999999\r\n\r\n") == 413)
    #expect(
      raw(
        large + "Transfer-Encoding: chunked\r\n\r\n"
          + String(repeating: "100000\r\n\(String(repeating: "x", count: 1 << 20))\r\n", count: 5))
        == 413)
    #expect(raw("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n") == 431)
    #expect(raw("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 900_000))\r\n\r\n") == 431)
    #expect(raw("GET /\(String(repeating: "a", count: 5000)) HTTP/1.1\r\n\r\n") == 414)
    #expect(raw("\u{16}\u{3}\u{1} nonsense\r\n\r\n") == 400)
    #expect(status("GET", "/") == 200)
    for body in ["", "{}", "[", "null", "{\"page\":1}", String(repeating: "[", count: 100_000)] {
      let answer = server.ask("POST", "/_gradbook/save", token: server.token, body: body)
      #expect(ServerProcess.status(answer) == 400, "\(body.prefix(10))")
    }
    #expect(status("GET", "/") == 200)
  }

  private func run(_ code: String, _ block: String = "descent") throws -> String {
    let value: [String: Any] = [
      "page": "en/01-parabola.html", "blocks": [block], "knobs": [String: String](),
      "edits": [["anchor": block, "code": code]],
    ]
    let body = String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    return server.ask("POST", "/_gradbook/run", token: server.token, body: body)
  }

  @Test("A block runs with code that is in no file; an error has the chapter's own line")
  func runs() throws {
    let good = try run("print(\"six\", 6)\n")
    #expect(good.contains("event: ended") && good.contains("six 6"))
    #expect(good.contains("\"failed\":false"))
    let bad = try run("print(1)\nlet x: Int = \"text\"\n")
    #expect(bad.contains("\"failed\":true") && bad.contains("line 22, column 14"))
    #expect(ServerProcess.status(try run("```\n# Out\n")) == 422)
    #expect(ServerProcess.status(try run("x\n", "none")) == 422)
    // What a block prints is text, and nothing that it prints is markup.
    let markup = try run("print(\"<svg onload=alert(1)>\\u{202E}\")\n")
    #expect(markup.contains("&lt;svg onload=") && !markup.contains("<svg onload="))
    #expect(markup.contains("U+202E"))
    #expect(try server.read("en/01-parabola.md") == ServedChapters.parabola)
  }

  @Test("A run ends when its client leaves, and leaves no process")
  func leaving() async throws {
    let value =
      "{\"page\":\"en/02-slow.html\",\"blocks\":[\"slow\"],\"knobs\":{\"long\":\"1\"},\"edits\":[]}"
    var exchange = Exchange(port: server.port)
    exchange?.write(
      """
      POST /_gradbook/run HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\
      gradbook-token: \(server.token)\r\nContent-Type: application/json\r\n\
      Content-Length: \(value.utf8.count)\r\n\r\n\(value)
      """)
    let seen = exchange?.read(until: "step 3") ?? ""
    #expect(seen.contains("event: progress") && seen.contains("event: output"))
    #expect(server.processCount > 0)
    exchange = nil
    try await server.wait { server.processCount == 0 }
  }

  @Test("A second server on the same port says so; one on any port finds another")
  func ports() async throws {
    await #expect {
      _ = try await ServerProcess(["--port", "\(server.port)"], chapters: ["en/a.md": "# A\n"])
    } throws: { error in
      "\(error)".contains("cannot listen on port \(server.port): another program listens there")
    }
  }
}
