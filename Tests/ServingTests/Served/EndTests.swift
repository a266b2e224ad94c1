import Files
import Foundation
import TestTurns
import Testing

@testable import Serving

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
    let asked = server.ask(
      "POST", "/_gradbook/assist", token: server.token,
      body: "{\"page\":\"en/01-parabola.html\",\"edits\":[],\"anchor\":\"descent\","
        + "\"question\":\"completions\",\"offset\":0}")
    #expect(asked.contains("\"label\":\"descend(rate: Double)\""))
    #expect(server.processCount > 0)
    #expect(server.keptCount > 0)
    #expect(server.end() < 2)
    // The system takes a moment to take away a process that has been killed.
    try await server.wait { server.processCount + server.keptCount == 0 }
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
    let asked = server.ask(
      "POST", "/_gradbook/assist", token: server.token,
      body: "{\"page\":\"en/01-parabola.html\",\"edits\":[],\"anchor\":\"descent\","
        + "\"question\":\"findings\",\"offset\":0}")
    #expect(ServerProcess.status(asked) == 403)
    #expect(server.keptCount == 0)
    #expect(try server.read("en/01-parabola.md") == ServedChapters.parabola)
    server.end()
  }

  @Test(
    "Without a whole sandbox it refuses, unless it is told to do without, and then its pages say so"
  )
  func sandbox() async throws {
    let chapters = ["en/01-a.md": "# A\n\nText.\n"]
    await #expect {
      _ = try await ServerProcess(chapters: chapters, isAlone: true)
    } throws: { error in
      "\(error)".contains("a sandbox is required")
        && "\(error)".contains("with --no-sandbox blocks run all the same")
    }
    let server = try await ServerProcess(["--no-sandbox"], chapters: chapters, isAlone: true)
    let description = server.ask(
      "GET", "/_gradbook/chapter?page=en/01-a.html", token: server.token)
    #expect(description.contains("\"hasNoSandbox\":true"))
    server.end()
  }

  @Test(
    "The browser is led to the address by a file that nobody else can read, not by its arguments")
  func opened() async throws {
    let tools = FileManager.default.temporaryDirectory.appending(path: "gradbook-open-\(UUID())")
      .path
    try FileAccess.makeFolder(tools)
    defer { FileAccess.remove(tools) }
    let script =
      "#!/bin/sh\nstat -c %a \"$(dirname \"$(dirname \"$1\")\")\" >'\(tools)/said'\n"
      + "echo \"$1\" >>'\(tools)/said'\ncat \"$1\" >>'\(tools)/said'\necho end >>'\(tools)/said'\n"
    try FileAccess.writeAtomically(Array(script.utf8), to: tools + "/xdg-open")
    chmod(tools + "/xdg-open", 0o755)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let server = try await ServerProcess(
      ["--open"], chapters: ["en/01-a.md": "# A\n"], environment: ["PATH": tools + ":" + path])
    func said() -> [String] {
      let bytes = (try? FileAccess.read(tools + "/said")) ?? []
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    try await server.wait { said().last == "end" }
    let lines = said()
    #expect(lines[0] == "700" && lines[1].hasSuffix("/gradbook.html"))
    #expect(lines.contains { $0.contains("url=\(server.address)#token=\(server.token)\"") })
    server.end()
    #expect(FileAccess.status(lines[1]) == nil)
  }

  @Test("A book without chapters is an error at once")
  func noBook() async {
    await #expect {
      _ = try await ServerProcess(chapters: [:])
    } throws: { error in
      "\(error)".contains("has no chapters")
    }
  }

  @Test(
    "On a full disk, or one that is only read, nothing is saved and the message says why",
    .enabled(if: MountRights.areHeld, "mounting a small disk needs the rights to do so"),
    arguments: [
      ("head -c 999999 /dev/zero >Chapters/filler 2>/dev/null || true", "No space left on device"),
      ("mount -o remount,ro none Chapters", "it is write-protected"),
    ])
  func disks(change: String, reason: String) async throws {
    let text = "# A\n\n```swift setup\nlet a = 1\n```\n"
    let server = try await ServerProcess(
      chapters: ["en/01-a.md": text],
      mounts: """
        cp -r Chapters seed && mount -t tmpfs -o size=64k none Chapters && cp -r seed/* Chapters \
        && { \(change); }
        """)
    let code = String(repeating: "let a = 1\\n", count: 2000)
    let saved = server.ask(
      "POST", "/_gradbook/save", token: server.token,
      body: """
        {"page":"en/01-a.html","hash":"\(ChapterFile.hash(of: Array(text.utf8)))",\
        "edit":{"anchor":"_block-1","code":"\(code)"}}
        """)
    #expect(ServerProcess.status(saved) == 507)
    #expect(saved.contains(reason), "\(saved)")
    #expect(server.ask("GET", "/en/01-a.md").hasSuffix(text))
    server.end()
  }
}
