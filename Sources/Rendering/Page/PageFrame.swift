import BookModel

/// What stands around the text of every page: the head, the skip link, the landmarks.
struct PageFrame {
  /// The words of the page.
  let words: InterfaceWords
  /// The title of the window.
  let title: String
  /// One or two sentences for search engines and link previews, if any.
  let description: String?
  /// Whether the page shows code that one may want to copy.
  var hasCode = false

  /// Only what stands in the page itself is ever loaded or run.
  private var contentSecurityPolicy: String {
    let script = hasCode ? " script-src 'sha256-\(CopyScript.fingerprint)';" : ""
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:;\(script)"
      + " base-uri 'none'; form-action 'none'"
  }

  /// The whole page around its body.
  func page(_ body: HTML) -> HTML {
    let description: HTML? = description.map { "<meta name=\"description\" content=\"\($0)\">\n" }
    let data: HTML? =
      hasCode ? " data-copy=\"\(words.copy)\" data-copied=\"\(words.copied)\"" : nil
    let script: HTML? =
      hasCode ? "<script>\(HTML(trusted: CopyScript.source))</script>\n" : nil
    return """
      <!DOCTYPE html>
      <html lang="\(words.languageTag)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTML(trusted: contentSecurityPolicy))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      \(description)<link rel="icon" href="data:,">
      <style>
      \(HTML(trusted: Stylesheet.text))
      </style>
      </head>
      <body\(data)>
      <a class="skip" href="#_text">\(words.skipToContent)</a>
      \(body)
      \(script)</body>
      </html>

      """
  }
}
