import BookModel
import Markup

/// The markup around the text of every page: the head, the skip link, the landmarks.
struct PageFrame {
  /// The words of the page.
  let words: InterfaceWords
  /// The title of the window.
  let title: String
  /// One or two sentences for search engines and link previews, if any.
  let description: String?
  /// The scripts that the page carries at its end, in their order.
  var scripts: [PageScript] = []
  /// Rules for this page alone, after those of all pages.
  var style = ""
  /// Further values that the scripts read from the body, by name.
  var data: [(name: String, value: String)] = []
  /// True when its scripts speak to the server that the page comes from.
  var connects = false
  /// True when it runs WebAssembly in workers that its scripts make.
  var runsModules = false

  /// Only what stands in the page itself is ever loaded or run.
  private var contentSecurityPolicy: String {
    let fingerprints = scripts.map { " 'sha256-\($0.fingerprint)'" }.joined()
    // A script that is let through may load others; no address in the page's text can.
    let loads = scripts.contains(where: \.loadsScripts) ? " 'strict-dynamic'" : ""
    // The loader of live experiments narrows this to WebAssembly alone.
    let modules = runsModules ? " 'unsafe-eval' blob:" : ""
    let workers = runsModules ? " worker-src blob:;" : ""
    let script = scripts.isEmpty ? "" : " script-src\(loads)\(fingerprints)\(modules);\(workers)"
    let connections = connects ? " connect-src 'self';" : ""
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:;\(script)\(connections)"
      + " base-uri 'none'; form-action 'none'"
  }

  /// The body's attributes that the scripts read, each once.
  private var attributes: HTML {
    var seen: Set<String> = []
    let all = scripts.flatMap { $0.words(words).map { ($0.key, $0.value) } } + data
    return all.filter { seen.insert($0.0).inserted }.map { name, value -> HTML in
      " data-\(name)=\"\(value)\""
    }.joined()
  }

  /// The whole page around its body.
  func page(_ body: HTML) -> HTML {
    let (before, after) = halves
    return "\(before)\(body)\(after)"
  }

  /// The markup before and after the page's text.
  var halves: (before: HTML, after: HTML) {
    let description: HTML? = description.map { "<meta name=\"description\" content=\"\($0)\">\n" }
    let before: HTML = """
      <!DOCTYPE html>
      <html lang="\(words.languageTag)">
      <head>
      <meta charset="utf-8">
      \(PageMark.tag)
      <meta http-equiv="Content-Security-Policy" content="\(HTML(trusted: contentSecurityPolicy))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      \(description)<link rel="icon" href="data:,">
      <style>
      \(HTML(trusted: Stylesheet.text + style))
      </style>
      </head>
      <body\(attributes)>
      \(scripts.filter(\.comesFirst).map(\.html).joined())\
      <a class="skip" href="#_text">\(words.skipToContent)</a>

      """
    let after: HTML = """

      \(scripts.filter { !$0.comesFirst }.map(\.html).joined())</body>
      </html>

      """
    return (before, after)
  }
}
