import Foundation
import TestBrowser
import TestTurns
import Testing

/// What an author does in a served page, in a real browser.
@Suite(
  .serialized, .startsPrograms, .served, .inBrowser, .enabledWithBrowser)
struct EditingTests {
  let server: ServerProcess
  let page: BrowserPage

  init() throws {
    server = try #require(ServerProcess.current)
    for (name, text) in ServedChapters.all where try server.read(name) != text {
      try server.write(text, to: name)
    }
    // An address that differs in its fragment alone would not be loaded.
    page = try BrowserPage.empty()
    try open("#token=\(server.token)")
  }

  func open(_ path: String = "en/01-parabola.html") throws {
    let address = try #require(URL(string: server.address + path))
    try page.open(address)
    guard path.hasSuffix(".html") else { return }
    #expect(try page.comes("document.querySelector('.block-tools')"))
  }

  func state(_ block: String) -> String {
    "document.querySelector('#\(block) [role=status]').textContent"
  }

  /// Opens a block's field with new code.
  func edit(_ block: String, _ code: String) throws {
    try page.click("#\(block) .block-tools button")
    #expect(try page.comes("document.activeElement.ariaLabel === 'Code of \(block)'"))
    _ = try page.text("document.activeElement.select()")
    try page.write(code)
  }

  func field(_ block: String) -> String {
    "document.querySelector('#\(block) textarea').value"
  }

  func press(_ button: String, in block: String) throws {
    _ = try page.text(
      "[...document.querySelectorAll('#\(block) button')].find(b => b.textContent === '\(button)').click()"
    )
  }

  @Test("The whole loop goes by keyboard alone: edit, run, save, leave")
  func keyboard() throws {
    #expect(try page.holds("location.hash === ''"))
    try open()
    #expect(
      try page.text("document.querySelector('#descent .printed').textContent") == "last 0.0037\n")
    // To the listing, and into it.
    for _ in 0..<100 where try !page.holds("document.activeElement.matches('#descent .code pre')") {
      try page.press("Tab")
    }
    try page.press("Enter")
    #expect(try page.holds("document.activeElement.ariaLabel === 'Code of descent'"))
    #expect(try page.holds("document.activeElement.localName === 'textarea'"))
    #expect(
      try page.text("document.querySelector('#descent .numbers').textContent") == "21\n22\n23")
    #expect(try page.text(state("descent")) == "")
    try page.press("End", isControlHeld: true)
    try page.press("Enter")
    try page.write("print(\"more\")")
    #expect(try page.text(state("descent")) == "not saved")
    #expect(
      try page.comes("document.querySelector('#descent .editor .s')?.textContent === '\"rate\"'"))
    try page.press("Enter", isControlHeld: true)
    #expect(try page.comes("/^done in \\d+\\.\\d\\d s$/.test(\(state("descent")))"))
    #expect(
      try page.holds(
        "document.querySelector('#descent [role=region][aria-label=\"Output of descent\"]')"
          + ".textContent.includes('more')"))
    #expect(try server.read("en/01-parabola.md") == ServedChapters.parabola)
    try page.press("s", isControlHeld: true)
    #expect(try page.comes("\(state("descent")) === 'saved'"))
    #expect(
      try server.read("en/01-parabola.md")
        == ServedChapters.parabola.replacingOccurrences(
          of: "epochs: 10))\n", with: "epochs: 10))\nprint(\"more\")\n"))
    // Tab indents; after Escape it leaves.
    try page.press("Tab")
    #expect(try page.text(field("descent")).hasSuffix("print(\"more\")  "))
    try page.press("Escape")
    #expect(
      try page.holds("document.querySelector('.unseen-status').textContent.includes('Tab goes on')")
    )
    try page.press("Tab")
    #expect(try page.holds("document.activeElement.textContent === 'Run'"))
    #expect(page.faults == [])
  }

  @Test("Brackets come in pairs, lines are indented, and all of it can be undone")
  func typing() throws {
    try open()
    try edit("descent", "if true ")
    try page.press("{")
    try page.press("Enter")
    try page.press("f")
    try page.press("(")
    try page.press("\"")
    try page.press("a")
    try page.press("\"")
    try page.press(")")
    #expect(try page.text(field("descent")) == "if true {\n  f(\"a\")\n}")
    try page.press("ArrowLeft")
    try page.press("ArrowLeft")
    try page.press("Backspace")
    try page.press("Backspace")
    #expect(try page.text(field("descent")) == "if true {\n  f()\n}")
    _ = try page.text("document.activeElement.select()")
    try page.press("Tab")
    #expect(try page.text(field("descent")) == "  if true {\n    f()\n  }")
    try page.press("Tab", isShiftHeld: true)
    #expect(try page.text(field("descent")) == "if true {\n  f()\n}")
    _ = try page.text("document.execCommand('undo')")
    #expect(try page.text(field("descent")) == "  if true {\n    f()\n  }")
    try press("Reset", in: "descent")
    #expect(try page.comes("\(field("descent")).startsWith('let losses')"))
  }

  @Test(
    "A compiler's error names the chapter's line; the old output stays until the new one stands")
  func compilerError() throws {
    try open()
    try edit("descent", "print(1)\nlet x: Int = \"text\"")
    try press("Run", in: "descent")
    #expect(try page.comes("\(state("descent")) === 'failed'"))
    #expect(
      try page.holds(
        "document.querySelector('#descent .output').textContent.includes('line 22, column 14')"))
    try press("Reset", in: "descent")
    #expect(
      try page.comes(
        "document.querySelector('#descent .printed')?.textContent === 'last 0.0037\\n'"))
    #expect(try page.text(state("descent")) == "")
  }

  @Test("A setup block's run runs what is below it; its own errors stand below itself")
  func setup() throws {
    try open()
    try page.click("#_block-1 .block-tools button")
    #expect(try page.comes("document.activeElement.ariaLabel === 'Code of setup 1'"))
    _ = try page.text("document.activeElement.select()")
    try page.write("func descend(_ rate: Double) -> [Double] { (0...10).map { _ in 7 } }")
    try page.press("Enter", isControlHeld: true)
    #expect(try page.comes("\(state("_block-1")).startsWith('done')"))
    #expect(
      try page.holds("document.querySelector('#descent .printed').textContent === 'last 7.0000\\n'")
    )
    #expect(try page.holds("\(state("quoted")).startsWith('done')"))
    _ = try page.text("document.activeElement.select()")
    try page.write("let broken: Int = \"\"")
    try page.press("Enter", isControlHeld: true)
    #expect(try page.comes("\(state("_block-1")) === 'failed'"))
    #expect(
      try page.holds("document.querySelector('#_block-1 .output').textContent.includes('line 7')"))
    try press("Reset", in: "_block-1")
  }

  @Test("A knob is a slider of its name; it runs at once, and Compare keeps the chart before")
  func knob() throws {
    try open()
    #expect(
      try page.holds(
        "document.querySelector('#descent input[type=range][aria-label=rate]').value === '0.2'"))
    try press("Compare", in: "descent")
    _ = try page.text("document.querySelector('#descent input[type=range]').focus()")
    try page.press("ArrowRight")
    #expect(try page.comes("\(state("descent")).startsWith('done')"))
    #expect(
      try page.text("document.querySelector('#descent .printed').textContent") == "last 0.0019\n")
    #expect(
      try page.holds(
        "document.querySelector('#descent input[type=number]').value === '0.21'"
          + " && document.querySelectorAll('#descent .chart-wide .chart-ghost path').length > 0"))
    try press("Reset", in: "descent")
    #expect(
      try page.comes(
        "document.querySelector('#descent .printed')?.textContent === 'last 0.0037\\n'"))
    #expect(try page.holds("document.querySelector('#descent input[type=range]').value === '0.2'"))
  }

  @Test("A block that changed elsewhere is not written over: both texts stand side by side")
  func conflict() throws {
    try open()
    try edit("descent", "print(\"mine\")")
    let theirs = ServedChapters.parabola.replacingOccurrences(
      of: "let losses = descend", with: "let theirs = 1\nlet losses = descend")
    try server.write(theirs, to: "en/01-parabola.md")
    #expect(try page.comes("document.body.dataset.version > 1"))
    try page.press("s", isControlHeld: true)
    #expect(try page.comes("document.querySelector('#descent .conflict')"))
    #expect(try server.read("en/01-parabola.md") == theirs)
    #expect(
      try page.text(
        "[...document.querySelectorAll('#descent .conflict pre')].map(p => p.textContent.split('\\n')[0]).join()"
      ) == "print(\"mine\"),let theirs = 1")
    #expect(try page.text(field("descent")) == "print(\"mine\")")
    try press("Keep mine", in: "descent")
    #expect(try page.comes("\(state("descent")) === 'saved'"))
    #expect(try server.read("en/01-parabola.md").contains("id=descent\nprint(\"mine\")\n```\n"))
    // The other choice.
    _ = try page.text("document.querySelector('#descent textarea').select()")
    try page.write("print(\"again mine\")")
    try server.write(theirs, to: "en/01-parabola.md")
    #expect(
      try page.comes("document.querySelector('#descent .printed').textContent === 'last 0.0037\\n'")
    )
    try press("Save", in: "descent")
    #expect(try page.comes("document.querySelector('#descent .conflict')"))
    try press("Take theirs", in: "descent")
    #expect(try page.text(field("descent")).hasPrefix("let theirs = 1\n"))
    #expect(try page.holds("!document.querySelector('#descent .conflict')"))
    #expect(try server.read("en/01-parabola.md") == theirs)
  }

  @Test("What is saved elsewhere changes the page in place: nothing is lost, nothing jumps")
  func reloadInPlace() throws {
    try open()
    try edit("descent", "print(\"unsaved\")")
    _ = try page.text("document.activeElement.setSelectionRange(3, 3)")
    _ = try page.text(
      """
      (() => {
        const p = [...document.querySelectorAll('.prose p')].find(p => p.textContent.includes('Paragraph 20'));
        p.scrollIntoView({ behavior: 'instant' });
        document.querySelector('#descent .data').open = true;
        window.kept = p;
        window.top20 = p.getBoundingClientRect().top;
      })()
      """)
    try server.write(
      ServedChapters.parabola.replacingOccurrences(
        of: "How fast does it fall?",
        with: "How fast?\n\n\(String(repeating: "New text.\n\n", count: 9))"),
      to: "en/01-parabola.md")
    #expect(try page.comes("document.querySelector('.prose').textContent.includes('New text')"))
    #expect(
      try page.holds("Math.abs(kept.getBoundingClientRect().top - top20) < 2 && kept.isConnected"))
    #expect(try page.holds("document.querySelector('#descent .data').open"))
    #expect(try page.text(field("descent")) == "print(\"unsaved\")")
    #expect(
      try page.holds(
        "document.activeElement.localName === 'textarea' && document.activeElement.selectionStart === 3"
      ))
    // The lines of the chapter have moved.
    #expect(try page.comes("document.querySelector('#descent .numbers').textContent === '41'"))
    // A picture that is drawn anew can still be asked for its values.
    try server.write(
      ServedChapters.parabola.replacingOccurrences(of: "default: 0.2", with: "default: 0.3"),
      to: "en/01-parabola.md")
    #expect(try page.comes("\(state("descent")) === 'not saved'"))
    try press("Reset", in: "descent")
    #expect(
      try page.comes("document.querySelector('#descent .printed').textContent === 'last 0.0000\\n'")
    )
    #expect(try page.holds("document.querySelector('#descent .chart-pair').tabIndex === 0"))
    #expect(page.faults == [])
  }

  @Test("A page that came before the book changed is changed in place, and not loaded again")
  func late() throws {
    try open()
    _ = try page.text(
      """
      (async () => {
        const text = await (await fetch(location.pathname)).text();
        window.marked = true;
        document.open();
        document.write(text.replace(/data-version="\\d+"/, 'data-version="0"').replace('How fast does it fall?', 'Old text'));
        document.close();
      })()
      """)
    #expect(
      try page.comes("document.querySelector('.prose')?.textContent.includes('How fast does it')"))
    #expect(try page.holds("document.body.dataset.version > 0 && window.marked"))
    #expect(page.faults == [])
  }

  @Test("A broken chapter shows its faults in place, and they go when they are mended")
  func faults() throws {
    try open()
    try server.write(
      ServedChapters.parabola.replacingOccurrences(of: "id=quoted", with: "id=quoted hiden"),
      to: "en/01-parabola.md")
    #expect(
      try page.comes(
        "document.querySelector('.failure')?.textContent.includes(\"did you mean 'hide'\")"))
    try server.write(ServedChapters.parabola, to: "en/01-parabola.md")
    #expect(try page.comes("!document.querySelector('.failure')"))
  }

  @Test("Unsaved text outlives the page, and is the same in all tabs; a saved one is seen in them")
  func tabs() throws {
    try open()
    try edit("descent", "print(\"kept\")")
    try page.reload()
    #expect(try page.comes("\(state("descent")) === 'not saved'"))
    #expect(try page.text(field("descent")) == "print(\"kept\")")
    let other = try page.browser.addPage()
    try other.open(try #require(URL(string: server.address + "en/01-parabola.html")))
    #expect(try other.comes("\(field("descent")) === 'print(\"kept\")'"))
    _ = try other.text("document.querySelector('#descent textarea').select()")
    _ = try other.text("document.querySelector('#descent textarea').focus()")
    try other.write("print(\"both\")")
    #expect(try page.comes("\(field("descent")) === 'print(\"both\")'"))
    try other.press("Enter", isControlHeld: true)
    #expect(
      try page.comes("document.querySelector('#descent .printed').textContent === 'both\\n'"))
    try other.press("s", isControlHeld: true)
    #expect(try other.comes("\(state("descent")) === 'saved'"))
    #expect(try page.comes("\(state("descent")) !== 'not saved'"))
    try other.close()
  }

  @Test("A run can be stopped, and ends with its tab")
  func stopping() async throws {
    try open("en/02-slow.html")
    let knob = "document.querySelector('#slow input[type=range]')"
    _ = try page.text("\(knob).focus()")
    try page.press("End")
    #expect(
      try page.comes("document.querySelector('#slow .printed')?.textContent.includes('step 3')"))
    #expect(try page.text(state("slow")) == "running")
    #expect(
      try page.holds(
        "/\\d+ %, \\d+ s left/.test(document.querySelector('#slow .amount').textContent)"))
    try press("Stop", in: "slow")
    #expect(try page.comes("\(state("slow")) === 'stopped'"))
    try await server.wait { server.processCount == 0 }
    try press("Run", in: "slow")
    try await server.wait { server.processCount > 0 }
    try page.open(try #require(URL(string: "about:blank")))
    try await server.wait { server.processCount == 0 }
  }

  @Test("A chapter that is deleted while it is open says so, and keeps what is not saved")
  func deleted() throws {
    try server.write("# Gone\n\n```swift experiment id=gone\nprint(1)\n```\n", to: "en/09-gone.md")
    _ = try page.comes("false || true")
    for _ in 0..<200 where ServerProcess.status(server.ask("HEAD", "/en/09-gone.html")) != 200 {
      Thread.sleep(forTimeInterval: 0.05)
    }
    try open("en/09-gone.html")
    try edit("gone", "print(2)")
    try FileManager.default.removeItem(atPath: server.folder + "/Chapters/en/09-gone.md")
    #expect(
      try page.comes(
        "document.querySelector('.notices').textContent.includes('deleted or renamed')"))
    try page.press("s", isControlHeld: true)
    #expect(
      try page.comes(
        "document.querySelector('#gone .message').textContent.includes('no longer there')"))
    #expect(try page.text(field("gone")) == "print(2)")
  }

  @Test("A block that goes from the file while it is edited keeps its text in the page")
  func blockGone() throws {
    try open("en/02-slow.html")
    try edit("slow", "print(\"mine\")")
    try server.write("# Other\n\nNothing runs.\n", to: "en/02-slow.md")
    #expect(
      try page.comes(
        "document.querySelector('#slow .message')?.textContent.includes('no longer in the file')"))
    #expect(try page.text(field("slow")) == "print(\"mine\")")
    #expect(try page.holds("document.querySelector('.prose').textContent.includes('Nothing runs')"))
    try press("Reset", in: "slow")
    #expect(try page.comes("!document.querySelector('#slow')"))
  }

  @Test("The layer leaves the page's own layout as it is")
  func layout() throws {
    let sections = (1...14).map { "## Section \($0)\n\nText.\n\n" }.joined()
    try server.write(
      "# Long\n\n```swift experiment id=long\nprint(1)\n```\n\n" + sections, to: "en/08-long.md")
    for _ in 0..<200 where ServerProcess.status(server.ask("HEAD", "/en/08-long.html")) != 200 {
      Thread.sleep(forTimeInterval: 0.05)
    }
    try open("en/08-long.html")
    #expect(try page.holds("document.querySelector('main > .notices')"))
    // The list of contents is taller than the title beside it.
    #expect(
      try page.holds(
        """
        (() => {
          const box = name => document.querySelector(name).getBoundingClientRect();
          return box('.contents').left > box('.prose').right && box('.contents').height > 300
            && box('.prose').top - box('.opening').bottom < 60;
        })()
        """))
  }

  @Test("Every control has a name, and the buttons have theirs")
  func names() throws {
    try open()
    try edit("descent", "print(1)")
    #expect(
      try page.text(
        """
        [...document.querySelectorAll('input, textarea, button, select, [role=region], [tabindex="0"]')]
          .filter(e => !(e.ariaLabel || e.textContent.trim() || e.labels?.length || e.getAttribute('aria-labelledby')))
          .map(e => e.outerHTML).join()
        """) == "")
    #expect(
      try page.text(
        "[...document.querySelectorAll('#descent .block-tools button')].map(b => b.textContent).join()"
      )
        == "Edit,Run,Stop,Reset,Save,Compare")
    #expect(
      try page.holds(
        "document.querySelector('#quoted [role=region]').ariaLabel === 'Output of quoted'"))
    try press("Reset", in: "descent")
  }
}
