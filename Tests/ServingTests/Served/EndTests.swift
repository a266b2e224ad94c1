import Foundation
import TestTurns
import Testing

/// The end of a server, and a server that only shows.
@Suite(.serialized, .startsPrograms) struct EndTests {
  @Test("Ctrl-C ends it within two seconds with a run and a stream open, and leaves no process")
  func interrupted() async throws {
    let server = try await ServerProcess()
    func open(_ text: String) -> Exchange? {
      let exchange = Exchange(port: server.port)
      exchange?.write(text)
      return exchange
    }
    let common = "Host: 127.0.0.1:\(server.port)\r\ngradbook-token: \(server.token)\r\n"
    let value =
      "{\"page\":\"en/02-slow.html\",\"blocks\":[\"slow\"],\"knobs\":{\"long\":\"1\"},\"edits\":[]}"
    let stream = open("GET /_gradbook/events HTTP/1.1\r\n\(common)\r\n")
    let run = open(
      "POST /_gradbook/run HTTP/1.1\r\n\(common)Content-Type: application/json\r\n"
        + "Content-Length: \(value.utf8.count)\r\n\r\n\(value)")
    #expect(stream?.read(until: "event: changed").contains("\"version\":") ?? false)
    #expect(run?.read(until: "step 2").contains("step 2") ?? false)
    #expect(server.processCount > 0)
    #expect(server.end() < 2)
    #expect(server.processCount == 0)
    #expect(Exchange(port: server.port) == nil)
    #expect(!server.errors.contains("error"))
  }

  @Test("A server that only shows turns knobs, and neither edits nor saves")
  func readOnly() async throws {
    let server = try await ServerProcess(["--read-only"])
    func run(_ edits: String, _ knobs: String) -> String {
      server.ask(
        "POST", "/_gradbook/run", token: server.token,
        body:
          "{\"page\":\"en/01-parabola.html\",\"blocks\":[\"descent\"],\"knobs\":\(knobs),\"edits\":\(edits)}"
      )
    }
    #expect(run("[]", "{\"rate\":\"0.5\"}").contains("last 0.0000"))
    #expect(
      ServerProcess.status(run("[{\"anchor\":\"descent\",\"code\":\"print(1)\"}]", "{}")) == 403)
    let saved = server.ask(
      "POST", "/_gradbook/save", token: server.token,
      body:
        "{\"page\":\"en/01-parabola.html\",\"hash\":\"\",\"edit\":{\"anchor\":\"descent\",\"code\":\"\"}}"
    )
    #expect(ServerProcess.status(saved) == 403)
    #expect(try server.read("en/01-parabola.md") == ServedChapters.parabola)
    server.end()
  }
}
