import Testing

@testable import Serving

/// The paths of requests.
@Suite struct RequestPathTests {
  @Test("A path is decoded once, and so are its parameters")
  func decoded() {
    #expect(RequestPath("/")?.text == "")
    #expect(RequestPath("/en/01-a.html")?.text == "en/01-a.html")
    #expect(RequestPath("/en/a%20b%2Dc.html?x=1")?.text == "en/a b-c.html")
    #expect(RequestPath("/%E4%B8%AD.html")?.text == "中.html")
    #expect(RequestPath("/%252e%252e/a")?.text == "%2e%2e/a")
    #expect(RequestPath("/c?a=b=c")?.query == ["a": "b=c"])
    #expect(RequestPath("/c?page=en%2Fa%26b.html&x=y")?.query == ["page": "en/a&b.html", "x": "y"])
  }

  @Test(
    "What no page's path has is no path",
    arguments: [
      "", "en/a", "http://127.0.0.1/", "*", "/../a", "/en/../../a", "/%2e%2e/a", "/%2E./a",
      "/a%2f..%2f..%2fb", "/.", "/a\\b", "/a%5cb", "/a%00", "/%00.html", "/a%0d%0ab", "/%", "/%4",
      "/%zz", "/%ff", "/%c0%ae", "/a?b", "/a?b=%ff",
    ])
  func refused(target: String) {
    #expect(RequestPath(target) == nil)
  }
}
