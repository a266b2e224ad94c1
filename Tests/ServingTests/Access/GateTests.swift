import Testing

@testable import Serving

/// The gate before all routes.
@Suite struct GateTests {
  private static let token: AccessToken = AccessToken()
  private let gate = Gate(port: 4747, token: GateTests.token)

  private func status(
    _ method: String, _ target: String, host: String? = "127.0.0.1:4747", token: String? = nil,
    _ more: [(name: String, value: String)] = []
  ) -> Int? {
    var headers = more
    if let host { headers.append(("Host", host)) }
    if let token { headers.append(("Gradbook-Token", token)) }
    return gate.refusal(of: Request(method: method, target: target, headers: headers))?.status
  }

  /// A request for each route, as a page of the book sends it.
  private static let requests: [(Route, String, String)] = Route.allCases.flatMap { route in
    let path =
      switch route {
      case .file: "/en/01-a.html"
      case .unknown: "/_gradbook/else"
      default: "/" + (route.path ?? "")
      }
    return route.methods.map { (route, $0, path) }
  }

  @Test("Every route but the site's files asks for the token, in a header of its own")
  func everyRoute() {
    #expect(Set(Self.requests.map(\.0)) == Set(Route.allCases))
    let right = Self.token.text
    for (route, method, path) in Self.requests {
      #expect(Route(RequestPath(path) ?? RequestPath("/")!) == route)
      let wanted = route.needsToken ? 401 : nil
      #expect(status(method, path) == wanted, "\(path)")
      #expect(status(method, path, token: "") == wanted)
      #expect(status(method, path, token: String(right.dropLast()) + "!") == wanted)
      #expect(status(method, path + "?token=\(right)") == wanted)
      #expect(status(method, path, [("Cookie", "gradbook-token=\(right)")]) == wanted)
      #expect(status(method, path, token: right) == nil)
    }
    #expect(Route.allCases.filter { !$0.needsToken } == [.file])
  }

  @Test("No route with an effect is a GET; another method is refused and the right one named")
  func methods() {
    for route in [Route.run, .save, .colours] { #expect(route.methods == ["POST"]) }
    #expect(status("GET", "/_gradbook/run", token: Self.token.text) == 405)
    #expect(status("POST", "/en/01-a.html") == 405)
    #expect(status("DELETE", "/") == 405)
    #expect(status("HEAD", "/") == nil)
  }

  @Test("Only loopback and the port is a host: no other name that leads here")
  func hosts() {
    #expect(status("GET", "/") == nil)
    #expect(status("GET", "/", host: "localhost:4747") == nil)
    for host in [
      nil, "", "evil.org", "evil.org:4747", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:4747.evil.org",
      "localhost", "LOCALHOST.:4747", "[::1]:4747", "0.0.0.0:4747", "127.0.0.1:47470",
    ] {
      #expect(status("GET", "/", host: host) == 403, "\(host ?? "none")")
    }
    #expect(status("GET", "/", [("Host", "127.0.0.1:4747")]) == 403)
  }

  @Test("What another site asks for is refused, even with the token")
  func origins() {
    let right = Self.token.text
    func status(_ field: String, _ value: String) -> Int? {
      self.status("POST", "/_gradbook/run", token: right, [(field, value)])
    }
    #expect(status("Origin", "http://127.0.0.1:4747") == nil)
    for origin in [
      "null", "http://evil.org", "http://127.0.0.1:4748", "http://localhost:4747",
      "https://127.0.0.1:4747",
    ] {
      #expect(status("Origin", origin) == 403, "\(origin)")
    }
    #expect(status("Sec-Fetch-Site", "same-origin") == nil)
    for site in ["cross-site", "same-site", "none"] {
      #expect(status("Sec-Fetch-Site", site) == 403, "\(site)")
    }
    // A link from elsewhere leads to a page, and to nothing else.
    #expect(self.status("GET", "/", [("Sec-Fetch-Site", "cross-site")]) == nil)
    #expect(
      self.status("GET", "/_gradbook/chapter", token: right, [("Sec-Fetch-Site", "cross-site")])
        == 403)
  }

  @Test("A token is long, and no two are the same")
  func tokens() {
    let tokens = Set((0..<100).map { _ in AccessToken().text })
    #expect(tokens.count == 100 && tokens.allSatisfy { $0.utf8.count == 32 })
    #expect(!AccessToken().matches(""))
  }
}
