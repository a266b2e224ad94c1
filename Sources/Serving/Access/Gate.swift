/// Stands before all routes: decides whether a request is let through, from its head alone.
struct Gate: Sendable {
  /// The port of the server.
  let port: Int
  /// The token that the server printed.
  let token: AccessToken

  /// The header field that carries the token. No cookie does: cookies of one port go to all others.
  static let tokenField = "gradbook-token"

  /// Returns the reason why a request is refused; nil to let it through.
  func refusal(of request: Request) -> Response? {
    // A name that somebody else's server gives out for this machine does not lead here.
    let hosts = request.values(of: "host")
    guard hosts.count == 1, let host = hosts.first,
      host == "127.0.0.1:\(port)" || host == "localhost:\(port)"
    else { return .text(403, "this server answers to 127.0.0.1:\(port) only") }
    guard let path = RequestPath(request.target) else {
      return .text(400, "this is no address of a page")
    }
    let route = Route(path)
    if route.needsToken || request.method != "GET" && request.method != "HEAD" {
      // Browsers say which page a request comes from.
      let origins = request.values(of: "origin")
      let sites = request.values(of: "sec-fetch-site")
      if origins.contains(where: { $0 != "http://\(host)" })
        || sites.contains(where: { $0 != "same-origin" })
      {
        return .text(403, "another site asks for this")
      }
    }
    if route.needsToken {
      let tokens = request.values(of: Self.tokenField)
      guard tokens.count == 1, token.matches(tokens[0]) else {
        return .text(401, "open the address that gradbook serve printed: it holds the key")
      }
    }
    if !route.methods.contains(request.method) {
      var response = Response.text(405, "use \(route.methods.joined(separator: " or "))")
      response.headers = [("Allow", route.methods.joined(separator: ", "))]
      return response
    }
    return nil
  }
}
