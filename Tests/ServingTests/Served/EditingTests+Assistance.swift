import Testing

/// What helps an author to write a block.
extension EditingTests {
  private var options: String { "document.querySelectorAll('#descent [role=option]')" }

  /// Ends when the list of proposals is there, and begins with a name.
  private func proposes(_ name: String) throws -> Bool {
    try page.comes(
      """
      document.querySelector('#descent [role=option][aria-selected=true] .label')?.textContent
        .startsWith('\(name)') && !document.querySelector('#descent .proposals').hidden
      """)
  }

  @Test("What could stand at the caret is proposed while one types, and goes in by a key")
  func completion() throws {
    try open()
    try edit("descent", "let x = Parameter(name: \"x\")\nx")
    try page.press(".")
    #expect(try proposes(""))
    #expect(
      try page.holds(
        """
        (() => {
          const area = document.activeElement;
          const option = document.getElementById(area.getAttribute('aria-activedescendant'));
          return option.parentElement.id === area.getAttribute('aria-controls')
            && document.querySelector('.unseen-status').textContent.endsWith('proposals');
        })()
        """))
    try page.press("d")
    #expect(try proposes("data"))
    try page.press("ArrowDown")
    try page.press("ArrowUp")
    try page.press("Enter")
    #expect(try page.text(field("descent")).hasSuffix("\nx.data"))
    #expect(try page.holds("document.querySelector('#descent .proposals').hidden"))
    #expect(try page.holds("!document.activeElement.hasAttribute('aria-activedescendant')"))
    // Escape closes the list and nothing else.
    try page.press(".")
    #expect(try proposes(""))
    try page.press("Escape")
    #expect(try page.holds("document.querySelector('#descent .proposals').hidden"))
    #expect(try page.holds("document.activeElement.localName === 'textarea'"))
    // A comment proposes nothing, however long one waits.
    _ = try page.text("document.activeElement.select()")
    try page.write("// comm")
    try page.press("e")
    try page.press("n")
    _ = try page.text("new Promise(resolve => setTimeout(resolve, 500))")
    #expect(try page.holds("document.querySelector('#descent .proposals').hidden"))
    try press("Reset", in: "descent")
  }

  @Test("A function goes in with its arguments to fill in, and the form of a call is shown")
  func call() throws {
    try open()
    try edit("descent", "let losses = desc")
    try page.press("e")
    #expect(try proposes("descend"))
    try page.press("Tab")
    #expect(try page.text(field("descent")) == "let losses = descend(Double)")
    #expect(
      try page.text(
        "((a) => a.value.slice(a.selectionStart, a.selectionEnd))(document.activeElement)")
        == "Double")
    _ = try page.text("document.activeElement.select()")
    try page.write("let rule = SGD")
    try page.press("(")
    let form =
      "document.querySelector('#descent .tip strong')?.textContent.startsWith('learningRate')"
    // On a busy machine the service may need more than the time that an answer may take.
    for _ in 0..<3 where try !page.comes(form) {
      try page.press("Backspace")
      try page.press("(")
    }
    #expect(try page.comes(form))
    try page.press("Escape")
    #expect(try page.holds("document.querySelector('#descent .tip').hidden"))
    #expect(try page.holds("document.activeElement.localName === 'textarea'"))
    // Asked for by a key, also in the middle of a word.
    _ = try page.text("document.activeElement.select()")
    try page.write("let rule: Optimiz")
    try page.press(" ", isControlHeld: true)
    #expect(try proposes("Optimizer"))
    try press("Reset", in: "descent")
  }

  @Test("What is under the pointer or the caret is explained")
  func explanation() throws {
    try open()
    try edit("descent", "let trainer: Trainer? = nil")
    _ = try page.text("document.activeElement.setSelectionRange(16, 16)")
    let tip = "document.querySelector('#descent .tip')"
    // On a busy machine the service may need more than the time that an answer may take.
    for _ in 0..<3 where try page.holds("\(tip).hidden") {
      try page.press("F1")
      _ = try page.comes("!\(tip).hidden")
    }
    #expect(
      try page.comes("!\(tip).hidden && \(tip).textContent.includes('Applies an optimizer')"))
    #expect(
      try page.holds("document.querySelector('.unseen-status').textContent.includes('Trainer')"))
    // Again, it can be read by keys; Escape comes back.
    try page.press("F1")
    #expect(try page.holds("document.activeElement === \(tip)"))
    try page.press("Escape")
    #expect(try page.holds("\(tip).hidden && document.activeElement.localName === 'textarea'"))
    let place = try page.text(
      """
      (() => {
        const code = document.querySelector('#descent .editor pre code');
        const area = document.activeElement.getBoundingClientRect();
        const box = code.getBoundingClientRect();
        return [(box.left + box.width * 0.6 - area.left) / area.width, (box.top + 9 - area.top) / area.height].join();
      })()
      """
    ).split(separator: ",").compactMap { Double($0) }
    try #require(place.count == 2)
    try page.point(at: "#descent textarea", (place[0], place[1]))
    #expect(try page.comes("!\(tip).hidden"))
    #expect(try page.holds("\(tip).getBoundingClientRect().left >= 0"))
    try page.point(at: "#descent .block-tools")
    #expect(try page.comes("\(tip).hidden"))
    try press("Reset", in: "descent")
  }

  @Test("What is wrong is told while one types, at the chapter's line, and goes when it is mended")
  func findings() throws {
    try open()
    try edit("descent", "print(1)\nlet rate = missing\nlet rule = SGD(lr: 1)")
    let findings = "document.querySelector('#descent .findings')"
    #expect(
      try page.comes(
        """
        \(findings).textContent.includes("line 22 cannot find 'missing' in scope")
          && \(findings).textContent.includes("PyTorch's 'lr' is 'learningRate:' here")
        """))
    #expect(
      try page.text(
        "[...document.querySelectorAll('#descent .numbers b.error')].map(b => b.textContent.trim()).join()"
      ) == "22,23")
    #expect(
      try page.holds("[...CSS.highlights.get('gradbook-error')].some(r => `${r}` === 'missing')"))
    _ = try page.text("\(findings).querySelector('button').click()")
    #expect(
      try page.holds(
        "document.activeElement.selectionStart === document.activeElement.value.indexOf('missing')")
    )
    // A place moves with the text in front of it, before the compiler has looked again.
    _ = try page.text("document.activeElement.setSelectionRange(0, 0)")
    try page.write("// \n")
    #expect(
      try page.holds("[...CSS.highlights.get('gradbook-error')].some(r => `${r}` === 'missing')"))
    _ = try page.text("document.activeElement.select()")
    try page.write("print(1)\n```\n")
    #expect(try page.comes("\(findings).textContent.includes('does not stay within its block')"))
    _ = try page.text("document.activeElement.select()")
    try page.write("print(2)")
    #expect(try page.comes("\(findings).hidden"))
    #expect(try page.holds("CSS.highlights.get('gradbook-error').size === 0"))
    #expect(try page.holds("!document.querySelector('#descent .numbers b')"))
    try press("Reset", in: "descent")
    #expect(page.faults == [])
  }
}
