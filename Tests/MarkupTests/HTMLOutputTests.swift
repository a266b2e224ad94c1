import Testing

@testable import Markup

@Suite struct HTMLOutputTests {
  private let html: HTML = """
    <p id="\(name: "a")">href="#b" is text <a href="#\(name: "a\"")">x</a> \
    <svg\(namespace: .svg) class="c"><g/></svg><math\(namespace: .mathML)><mi>x</mi></math>\
    <a href="\(address: "b.html?c&d")">y</a></p>
    """

  @Test("a page of its own shows names and addresses as they are, escaped")
  func page() {
    let expected = """
      <p id="a">href="#b" is text <a href="#a&quot;">x</a> <svg class="c"><g/></svg>\
      <math><mi>x</mi></math><a href="b.html?c&amp;d">y</a></p>
      """
    #expect(html.markup == expected)
    #expect(HTMLOutput().markup(of: html) == HTML(trusted: expected))
  }

  @Test("every name and every reference to one gets the prefix, and nothing else does")
  func names() {
    let expected = """
      <p id="c1_a">href="#b" is text <a href="#c1_a&quot;">x</a> <svg class="c"><g/></svg>\
      <math><mi>x</mi></math><a href="b.html?c&amp;d">y</a></p>
      """
    #expect(HTMLOutput(namePrefix: "c1_").markup(of: html).markup == expected)
  }

  @Test("links lead where they are told to, and stay where they are told nothing")
  func addresses() {
    let links: HTML = "<a href=\"\(address: "a.html")\">a</a><a href=\"\(address: "b.html")\">b</a>"
    let output = HTMLOutput { $0 == "a.html" ? "#c2" : nil }
    #expect(output.markup(of: links).markup == "<a href=\"#c2\">a</a><a href=\"b.html\">b</a>")
  }

  @Test("in XML drawings and formulas name their namespaces")
  func namespaces() {
    let markup = HTMLOutput(isElectronic: true).markup(of: html).markup
    #expect(markup.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"c\">"))
    #expect(markup.contains("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"))
  }

  @Test("an electronic book has its own markup where pages have other")
  func alternatives() {
    let onPages: HTML =
      "<details id=\"\(name: "d")\"><a href=\"\(address: "a.html")\">a</a></details>"
    let inBooks: HTML = "<svg\(namespace: .svg) id=\"\(name: "s")\"/>"
    let part = HTML(onPages: onPages, inElectronicBooks: inBooks)
    let html: HTML =
      "<p>\("ü")</p>\(part)<b id=\"\(name: "b")\">\(HTML(onPages: "x", inElectronicBooks: ""))</b>"
    let page = "<p>ü</p><details id=\"d\"><a href=\"a.html\">a</a></details><b id=\"b\">x</b>"
    #expect(html.markup == page)
    #expect(HTMLOutput().markup(of: html).markup == page)
    let book = HTMLOutput(namePrefix: "c_", isElectronic: true) { _ in "b.html" }
    #expect(
      book.markup(of: html).markup
        == "<p>ü</p><svg xmlns=\"http://www.w3.org/2000/svg\" id=\"c_s\"/><b id=\"c_b\"></b>")
  }

  @Test("markup within markup keeps its places, wherever it stands")
  func nesting() {
    let link: HTML = "<a href=\"#\(name: "ä")\">\("é")</a>"
    var outer: HTML = "<p>\("ü")\(link)</p>"
    outer += [link, "<hr>", link].joined(separator: ", ")
    let output = HTMLOutput(namePrefix: "c_")
    let inner = "<a href=\"#c_ä\">é</a>"
    #expect(
      output.markup(of: outer).markup == "<p>ü\(inner)</p>\(inner), <hr>, \(inner)")
  }
}
