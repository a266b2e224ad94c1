import BookModel
import Foundation
import TestBrowser
import Testing

@testable import Rendering

/// Pages with live experiments, in a browser, from the disk.
@Suite(
  .serialized, .inBrowser, .enabledWithBrowser,
  .enabled(if: LiveSample.isPossible, "needs the toolchain's clang and wasm-ld, and gzip"))
struct LivePageTests {
  private static let slider = "#curve input[type=range][aria-label=rate]"
  private static let printed = "document.querySelector('#curve .printed').textContent"

  /// What the block says of its last run.
  private static func state(_ id: String) -> String {
    "document.querySelector('#\(id) .live-tools .state').textContent"
  }
  private static func complaint(_ id: String) -> String {
    "document.querySelector('#\(id) > .message').textContent"
  }

  private func press(_ name: String, in id: String, _ page: BrowserPage) throws {
    _ = try page.text(
      """
      [...document.querySelectorAll('#\(id) .live-tools button')]
        .find((button) => button.textContent === '\(name)').click()
      """)
  }

  private func set(_ value: String, of label: String, _ page: BrowserPage) throws {
    _ = try page.text(
      """
      (() => {
        const field = document.querySelector('#curve [aria-label="\(label)"]');
        field.value = '\(value)';
        field.dispatchEvent(new Event(field.type === 'range' ? 'input' : 'change'));
      })()
      """)
  }

  @Test("A knob changes text, chart and the values in the prose; Reset brings back what is printed")
  func turn() throws {
    let page = try LiveSample.open()
    let first = try page.text("document.querySelector('#curve .output').innerHTML")
    #expect(try page.text("document.querySelector('[data-value]').textContent") == "200.00")
    _ = try page.text("document.querySelector('#curve details.data').open = true")
    try set("0.4", of: "rate, as a number", page)
    #expect(try page.comes("\(Self.printed) === 'rate 400 steps 10000 how 0 fast 0\\n'"))
    #expect(
      try page.text("document.querySelector('#curve .chart-wide').ariaLabel")
        == "The loss at rate 400")
    #expect(
      try page.text("document.querySelector('#curve figcaption em').textContent") == "author’s")
    #expect(try page.holds("document.querySelector('#curve details.data').open"))
    let values = "[...document.querySelectorAll('[data-value]')]"
    #expect(try page.text("\(values).map((value) => value.textContent)") == "400,200")
    #expect(try page.text("\(values).map((value) => value.className)") == "turned,")
    #expect(try page.text(Self.state("curve")).hasPrefix("Ran here in "))
    #expect(
      try page.comes(
        "document.querySelector('#curve .unseen-status').textContent"
          + " === 'rate = 0.4. The loss at rate 400'"))
    try press("Reset", in: "curve", page)
    let last = try page.text("document.querySelector('#curve .output').innerHTML")
    #expect(last.replacing("open=\"\" ", with: "").replacing(" open=\"\"", with: "") == first)
    #expect(try page.text("\(values).map((value) => value.textContent)") == "200.00,200")
    #expect(page.faults == [])
  }

  @Test(
    "WebAssembly runs, and text does not: the page's policy is narrowed before anything is loaded")
  func policy() throws {
    let page = try LiveSample.open()
    _ = try page.text("setTimeout('window.evaluated = true', 0)")
    try set("0.4", of: "rate, as a number", page)
    #expect(try page.comes("\(Self.printed) === 'rate 400 steps 10000 how 0 fast 0\\n'"))
    #expect(try page.holds("window.evaluated === undefined"))
    #expect(
      try page.text(
        """
        [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]')]
          .map((meta) => / '(wasm-)?unsafe-eval'/.exec(meta.content)[0]).join()
        """) == " 'unsafe-eval', 'wasm-unsafe-eval'")
  }

  @Test("Each kind of knob has its control: a logarithmic slider, whole numbers, names, a switch")
  func kinds() throws {
    let page = try LiveSample.open()
    try set("1000", of: "rate", page)
    try set("42", of: "steps", page)
    try set("with <momentum>", of: "how", page)
    _ = try page.text("document.querySelector('#curve [role=switch]').click()")
    #expect(try page.comes("\(Self.printed).endsWith(' fast 1000\\n')"))
    let line = try page.text(Self.printed)
    #expect(line == "rate 2000 steps 42000 how 1000 fast 1000\n")
    try set("500", of: "rate", page)
    #expect(
      try page.text("document.querySelector('\(Self.slider)').getAttribute('aria-valuetext')")
        == "0.0447")
    #expect(try page.comes("\(Self.printed).startsWith('rate 45 ')"))
  }

  @Test(
    "A loss that diverges is said in words, and Compare keeps the printed curve behind the new one")
  func words() throws {
    let page = try LiveSample.open()
    try press("Compare", in: "curve", page)
    try set("1.5", of: "rate, as a number", page)
    #expect(try page.comes("\(Self.state("curve")).includes('Diverged: inf at epoch 0.40.')"))
    #expect(
      try page.holds("document.querySelector('#curve .chart-wide .chart-ghost path')")
        || page.holds("\(Self.state("curve")).includes('other axes')"))
    try press("Compare", in: "curve", page)
    #expect(try page.holds("!document.querySelector('#curve .chart-ghost')"))
  }

  @Test("A knob that is read with some settings only comes and goes with them")
  func conditionalKnob() throws {
    let page = try LiveSample.open()
    let knobs =
      "[...document.querySelectorAll('#curve .turn .name')].map((name) => name.textContent)"
    #expect(try page.text(knobs) == "rate,steps,how,fast")
    try set("Adam", of: "how", page)
    #expect(try page.comes("\(Self.printed).includes(' how 2000 ')"))
    #expect(try page.text(knobs) == "rate,steps,how")
    try set("plain", of: "how", page)
    #expect(try page.comes("\(Self.printed).includes(' how 0 ')"))
    #expect(try page.text(knobs) == "rate,steps,how,fast")
  }

  @Test("A value that a knob cannot have is said in words; the nearest one is taken")
  func badValues() throws {
    let page = try LiveSample.open()
    try set("7", of: "rate, as a number", page)
    #expect(
      try page.text(Self.complaint("curve")) == "rate goes from 0.001 to 2, and cannot be 7.")
    #expect(try page.comes("\(Self.printed).startsWith('rate 2000 ')"))
    #expect(try page.holds("\(Self.complaint("curve")) !== ''"))
    try set("0.3", of: "rate, as a number", page)
    #expect(try page.comes("\(Self.printed).startsWith('rate 300 ')"))
    #expect(try page.text(Self.complaint("curve")) == "")
  }

  @Test("A link carries the settings; a wrong one is taken as far as it can be, and said")
  func link() throws {
    let good = try LiveSample.open(fragment: "#curve?rate=0.5&how=Adam")
    #expect(try good.comes("\(Self.printed) === 'rate 500 steps 10000 how 2000 fast 0\\n'"))
    try press("Copy link", in: "curve", good)
    #expect(try good.comes("\(Self.state("curve")) === 'Link copied.'"))
    #expect(try good.clipboard.hasSuffix("/page.html#curve?rate=0.5&how=Adam"))
    let bad = try LiveSample.open(
      fragment: "#curve?rate=abc&steps=1e9&how=%E0&speed=1&fast=on&__proto__=2")
    #expect(try bad.comes("\(Self.printed) === 'rate 200 steps 100000 how 0 fast 1000\\n'"))
    let said = try bad.text(
      "[...document.querySelectorAll('#curve > .message p')].map((line) => line.textContent).join('|')"
    )
    #expect(
      said
        == "rate must be a number, and cannot be “abc”.|steps goes from 1 to 100, and cannot be 1e9."
        + "|how cannot be “%E0”. It can be: plain, with <momentum>, Adam."
        + "|The link sets “speed”, which is no knob here."
        + "|The link sets “__proto__”, which is no knob here.")
    #expect(bad.faults == [])
  }

  @Test("An experiment without knobs runs, and says that all is as printed")
  func same() throws {
    let page = try LiveSample.open()
    #expect(
      try page.text(
        "[...document.querySelectorAll('#same .live-tools button')].map((each) => each.textContent)"
      )
        == "Run,Stop")
    try press("Run", in: "same", page)
    #expect(try page.comes("\(Self.state("same")).endsWith('ms: all is as printed.')"))
  }

  @Test(
    "An endless loop is ended, by Stop or by the limit; a stop names line and reason; others go on")
  func stops() throws {
    let page = try LiveSample.open()
    try press("Run", in: "endless", page)
    #expect(try page.comes("\(Self.state("endless")) === 'running …'"))
    try press("Stop", in: "endless", page)
    #expect(try page.comes("\(Self.state("endless")) === 'Stopped.'"))
    try press("Run", in: "endless", page)
    #expect(
      try page.comes(
        "\(Self.complaint("endless")).startsWith('Stopped after 5 seconds: the experiment at line 12 ')"
      ))
    try press("Run", in: "stops", page)
    #expect(
      try page.comes(
        "\(Self.complaint("stops"))"
          + " === 'The experiment at line 16 of the chapter stopped: the rate is no number'"))
    #expect(
      try page.text("document.querySelector('#stops .printed').textContent") == "goes on\n")
    try set("0.4", of: "rate, as a number", page)
    #expect(try page.comes("\(Self.printed).startsWith('rate 400 ')"))
    #expect(page.faults == [])
  }

  @Test("The keyboard alone turns a knob, plays it and brings back what is printed")
  func keyboard() throws {
    let page = try LiveSample.open()
    _ = try page.text("document.querySelector('\(Self.slider)').focus()")
    for _ in 1...3 { try page.press("ArrowRight") }
    #expect(try page.comes("\(Self.printed).startsWith('rate 205 ')"))
    #expect(try page.text("document.activeElement.ariaLabel") == "rate")
    try page.press("Tab")
    #expect(try page.text("document.activeElement.ariaLabel") == "rate, as a number")
    try page.press("Tab")
    #expect(try page.text("document.activeElement.ariaLabel") == "Play: rate")
    try page.press("Enter")
    #expect(try page.comes("\(Self.printed).startsWith('rate 1 ')"))
    #expect(try page.comes("\(Self.printed).startsWith('rate 2000 ')"))
    #expect(try page.comes("\(Self.printed).startsWith('rate 205 ')"))
    #expect(try page.text("document.activeElement.ariaLabel") == "Play: rate")
  }

  @Test("Where something is missing the page stays as it is printed, and one line says what")
  func missing() throws {
    let old = try LiveSample.open(before: "delete globalThis.WebAssembly")
    #expect(
      try old.text("[...document.querySelectorAll('.live-note')].map((line) => line.textContent)")
        == "This browser has no WebAssembly, so the experiments stay as they are printed.,"
        + "Not live: it uses Foundation")
    #expect(try old.holds("!document.querySelector('.live-tools, .knobs')"))
    #expect(try old.text(Self.printed) == "rate 200 steps 10000 how 0 fast 0\n")

    let lost = try LiveSample.open(beside: true, without: ["live/sample.js"])
    try press("Run", in: "same", lost)
    #expect(
      try lost.comes(
        "\(Self.complaint("same")) === 'The experiments cannot run here: live/sample.js is missing."
          + " It belongs beside this page.'"))
    #expect(
      try lost.text("document.querySelector('#same .printed').textContent")
        == "The same everywhere.\n")
  }

  @Test("Without the script of the live experiments the page is as it was printed, and says so")
  func lost() throws {
    let page = try LiveSample.open(without: ["live/live.js"])
    #expect(
      try page.comes("document.querySelector('.live-note').textContent.includes('live/live.js')"))
    #expect(try page.text("document.querySelectorAll('.live-note').length") == "2")
    #expect(try page.text(Self.printed) == "rate 200 steps 10000 how 0 fast 0\n")
    #expect(try page.holds("document.querySelector('#curve .knob').checkVisibility()"))
  }

  @Test("Modules beside the page are loaded when an experiment is first touched")
  func beside() throws {
    let page = try LiveSample.open(.chinese, beside: true)
    #expect(try page.comes("document.querySelector('#same .live-tools')"))
    #expect(try page.comes("!document.querySelector('script[src]')"))
    try press("运行", in: "same", page)
    #expect(try page.comes("\(Self.state("same")).endsWith('毫秒：与印出的结果一致。')"))
    #expect(page.faults == [])
  }

  @Test("A page that the browser saved with turned knobs begins again as printed")
  func saved() throws {
    let page = try LiveSample.open()
    try set("0.4", of: "rate, as a number", page)
    #expect(try page.comes("\(Self.printed).startsWith('rate 400 ')"))
    let saved = try page.text("document.documentElement.outerHTML")
    let place = try page.text("location.pathname.replace('page.html', 'saved.html')")
    let file = URL(filePath: place)
    try Data(("<!DOCTYPE html>\n" + saved).utf8).write(to: file)
    try page.open(file)
    #expect(try page.comes("\(Self.printed).startsWith('rate 200 ')"))
    #expect(try page.text("document.querySelectorAll('#curve .live-tools').length") == "1")
    #expect(try page.text("document.querySelector('[data-value]').textContent") == "200")
    #expect(try page.text("document.querySelector('\(Self.slider)').ariaValueText") == "0.2")
  }

  @Test("On paper there are no controls, and the line of each knob stands there")
  func paper() throws {
    let page = try LiveSample.open()
    let shown = { (selector: String) in
      try page.text("document.querySelector('\(selector)').checkVisibility()")
    }
    #expect(try shown("#curve .output > .knob") == "false")
    try page.emulate(medium: "print")
    #expect(try shown("#curve .live-tools") == "false")
    #expect(try shown("#curve .knobs") == "false")
    #expect(try shown("#curve .output > .knob") == "true")
    try page.emulate()
  }

  @Test("Turning knobs many times keeps memory as it is, and every result is that of its settings")
  func turns() throws {
    let isLong = ProcessInfo.processInfo.environment["GRADBOOK_LONG_TESTS"] != nil
    let page = try LiveSample.open()
    func turn(_ count: Int) throws -> (wrong: String, memory: Double, elements: String) {
      let wrong = try page.text(Self.turns(count))
      _ = try page.browser.send("HeapProfiler.collectGarbage", in: page.session)
      let usage = try page.browser.send("Runtime.getHeapUsage", in: page.session)
      return (
        wrong, try #require(usage["usedSize"] as? Double),
        try page.text("document.getElementsByTagName('*').length")
      )
    }
    let few = try turn(30)
    let many = try turn(isLong ? 1000 : 60)
    #expect(few.wrong == "" && many.wrong == "")
    #expect(few.elements == many.elements)
    #expect(many.memory < few.memory + 500_000)
  }

  /// Turns a knob, each time when the turn before is shown, and tells the turns that were not.
  private static func turns(_ count: Int) -> String {
    """
    (async () => {
      const slider = document.querySelector('\(slider)');
      const wrong = [];
      for (let turn = 0; turn < \(count); turn += 1) {
        slider.value = (turn * 617) % 1000;
        slider.dispatchEvent(new Event('input'));
        const wanted = `rate ${Math.round(slider.ariaValueText * 1000)} `;
        const begin = performance.now();
        while (!\(printed).startsWith(wanted) && performance.now() - begin < 5000) {
          await new Promise((resolve) => setTimeout(resolve));
        }
        if (!\(printed).startsWith(wanted)) wrong.push(wanted);
      }
      return wrong.join();
    })()
    """
  }
}

/// The same in Firefox.
@Suite(
  .enabled(with: Firefox.self),
  .enabled(if: LiveSample.isPossible, "needs the toolchain's clang and wasm-ld, and gzip"))
struct LivePageInFirefoxTests {
  @Test("In Firefox, too, a page from the disk runs its experiments, and an endless one is ended")
  func turn() throws {
    let firefox = try Firefox()
    defer { firefox.close() }
    try firefox.open(try LiveSample.write(in: firefox.folder, beside: true))
    func comes(_ condition: String) throws -> Bool {
      for _ in 0..<400 {
        if (try? firefox.text(condition)) == "true" { return true }
        Thread.sleep(forTimeInterval: 0.05)
      }
      return false
    }
    #expect(try comes("document.querySelector('#curve .live-tools') !== null"))
    _ = try firefox.text(
      """
      (() => {
        const field = document.querySelector('#curve [aria-label="rate, as a number"]');
        field.value = '0.4';
        field.dispatchEvent(new Event('change'));
      })()
      """)
    #expect(
      try comes("document.querySelector('#curve .printed').textContent.startsWith('rate 400 ')"))
    #expect(
      try firefox.text("document.querySelector('#curve .chart-wide').getAttribute('aria-label')")
        == "The loss at rate 400")
    _ = try firefox.text("document.querySelector('#endless .live-tools button').click()")
    #expect(
      try comes(
        "document.querySelector('#endless > .message').textContent.startsWith('Stopped after 5')"))
  }
}
