import Testing
import Transcript

@testable import LivePages

@Suite struct RefusalTests {
  @Test("the first error in the experiment is put into words, at its place")
  func compiler() throws {
    let text = """
      experiment.swift:3:1: error: something else
      chapter.md:4:2: warning: 'x' is deprecated
      chapter.md:7:12: error: cannot use key path in embedded Swift [#EmbeddedRestrictions]
      chapter.md:9:1: error: attribute 'weak' cannot be used in Embedded Swift
      """
    let refusal = try #require(CompilerRefusal.reason(inMessages: text))
    #expect(refusal.position == .init(line: 7, column: 12))
    #expect(refusal.reason == "it uses a key path that is no function")
    #expect(refusal.hint == "write a closure, such as '{ $0.value }'")
    let other = try #require(CompilerRefusal.reason(inMessages: "chapter.md:2:3: error: odd: x"))
    #expect(other.reason == "it does not compile for pages: odd: x")
    #expect(CompilerRefusal.reason(inMessages: "nothing") == nil)
  }

  @Test("every row says what to write instead, and none hides one below it")
  func rows() {
    for (index, row) in CompilerRefusal.lacks.enumerated() {
      #expect(row.reason.hasPrefix("it ") || row.reason.hasPrefix("a number"))
      #expect(!row.hint.isEmpty)
      for above in CompilerRefusal.lacks[..<index] {
        #expect(!row.message.contains(above.message), "\(above.message)")
      }
    }
  }

  @Test("symbols that pages have not concern the experiments that need them")
  func symbols() {
    let refusals = MissingSymbols.refusals(
      in: """
        wasm-ld: error: experiment_1.o: undefined symbol: _swift_stdlib_strtod_clocale
        wasm-ld: error: folder/experiment_2.o: undefined symbol: frobnicate
        wasm-ld: error: experiment_2.o: undefined symbol: __divti3
        wasm-ld: warning: function signature mismatch: x
        """)
    #expect(refusals.count == 2)
    #expect(refusals["experiment_1"]?.reason == "it reads a number from a text with 'Double(…)'")
    #expect(refusals["experiment_2"]?.reason == "it uses 'frobnicate', which pages have not")
  }

  @Test("a refusal is remembered as it was, and other bytes are none")
  func encoding() {
    for refusal in [
      Refusal("why"), Refusal("why", hint: "how", at: .init(line: 3, column: 9)),
    ] {
      #expect(Refusal(decoding: refusal.encoded()) == refusal)
    }
    #expect(Refusal(decoding: [1, 2]) == nil)
    for batch in [CompiledBatch.object([1, 2]), .refused(Refusal("why")), .separated] {
      #expect(CompiledBatch(decoding: batch.encoded()) == batch)
    }
    #expect(CompiledBatch(decoding: [3]) == nil && CompiledBatch(decoding: []) == nil)
  }
}

@Suite struct KeyPathClosureTests {
  @Test(
    "key paths from a dot on become closures, all else stays",
    arguments: [
      (#"way.map(\.value)"#, "way.map({ $0.value })"),
      (#"way.map(\.point.x).max()"#, "way.map({ $0.point.x }).max()"),
      (#"a.filter(\.isBig); b.map( \.y )"#, "a.filter({ $0.isBig }); b.map( { $0.y } )"),
      (#"x[keyPath: \P.x]"#, #"x[keyPath: \P.x]"#),
      (##"print("\(x.y) \.z")  // \.w"##, ##"print("\(x.y) \.z")  // \.w"##),
    ])
  func closures(source: String, expected: String) {
    #expect(KeyPathClosures.replacing(in: source) == expected)
  }
}

@Suite struct GateTests {
  private static func knob(
    _ name: String, _ kind: Knob.Kind, _ range: ClosedRange<Double>, _ standard: Double
  ) -> Knob {
    Knob(name: name, kind: kind, range: range, standard: standard, value: standard)
  }

  @Test("three settings beside the defaults are tried, all within the ranges of the knobs")
  func settings() {
    let knobs = [
      Self.knob("rate", .real, 0.1...0.9, 0.5), Self.knob("steps", .integer, 1...100, 10),
      Self.knob("how", .choice(["a", "b", "c"]), 0...2, 1),
    ]
    let settings = TriedSettings.settings(of: knobs)
    #expect(settings.count == 3)
    #expect(Set(settings).count == 3)
    for setting in settings {
      for knob in knobs { #expect(setting[knob.name].map(knob.allows) ?? true) }
    }
    #expect(Set(settings.compactMap { $0["how"] ?? 1 }) == [0, 1, 2])
    let choices = [Self.knob("how", .choice(["a", "b", "c", "d"]), 0...3, 1)]
    #expect(TriedSettings.settings(of: choices).map { $0["how"] } == [2, 3, 0])
    #expect(settings == TriedSettings.settings(of: knobs))
    #expect(TriedSettings.settings(of: []) == [])
  }

  @Test("settings are passed with all their bits")
  func input() {
    #expect(SettingsText.input([:]) == "")
    #expect(
      SettingsText.input(["b": -0.1, "a": 1e-310])
        == "a=000012688b70e62b\nb=bfb999999999999a\n")
    #expect(SettingsText.words(["b": 2, "a": 0.5]) == " with a = 0.5, b = 2.0")
  }

  private func transcript(_ text: String, value: Double = 1) -> [UInt8] {
    func record(_ kind: RecordKind, _ payload: [UInt8]) -> [UInt8] {
      [0, kind.rawValue, UInt8(payload.count), 0, 0, 0] + payload
    }
    let published = PublishedValue(name: "loss", content: .number(value))
    return record(.text, Array(text.utf8)) + record(.value, published.encoded())
  }

  @Test("the first line of text that differs is named, then other outputs")
  func differences() {
    let native = transcript("a\nloss 0.25\n")
    func refusal(_ page: [UInt8], _ settings: [String: Double] = [:]) -> String? {
      TranscriptDifference.refusal(native: native, page: page, settings)?.reason
    }
    #expect(refusal(native) == nil)
    #expect(
      refusal(transcript("a\nloss 0.5\n"), ["rate": 2])
        == "line 2 of its text would be 'loss 0.5' instead of 'loss 0.25' with rate = 2.0")
    #expect(
      refusal(transcript("a\nloss 0.25\n", value: 2))
        == "its charts, tables or values would be others")
    #expect(
      refusal(transcript("a\n(cannot print value in embedded Swift)\n"))
        == "it puts a value into a text whose type has none in a page")
  }
}
