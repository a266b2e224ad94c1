import Testing

@testable import Execution

@Suite struct DriverPlanTests {
  private let answer = """
    /t/bin/swift-frontend -frontend -c main.swift -I '/a b' -file-compilation-dir /w -o /w/x/main-1.o
    /t/bin/swift-autolink-extract /w/x/main-1.o -o /w/x/chapter-1.autolink
    /t/bin/clang -pie /w/x/main-1.o @/w/x/chapter-1.autolink -lswiftCore -o program

    """

  @Test("The driver's answer is taken over, with names of our own for its temporary files")
  func understood() throws {
    let understood = try #require(DriverAnswer(Array(answer.utf8)))
    #expect(
      understood.frontend == [
        "/t/bin/swift-frontend", "-frontend", "-c", "main.swift", "-I", "/a b",
        "-file-compilation-dir", ".", "-o", "main.o",
      ])
    #expect(
      understood.linking == [
        "/t/bin/clang", "-pie", "main.o", "-lgradbook-autolinked", "-lswiftCore", "-o", "program",
      ])
  }

  @Test("An answer with anything unknown in it is not taken over")
  func notUnderstood() {
    let lines = answer.split(separator: "\n").map(String.init)
    let others = [
      "", lines[0], lines[0] + "\n" + lines[2], answer + "/t/bin/dsymutil program\n",
      answer.replacing("-frontend", with: "-backend"),
      answer.replacing("main.swift", with: "x.swift"),
      answer.replacing("@/w/x/chapter-1.autolink", with: ""),
      answer.replacing("'/a b'", with: "'/a b"),
      answer.replacing("swift-autolink-extract", with: "swift-link-extract"),
    ]
    for other in others { #expect(DriverAnswer(Array(other.utf8)) == nil, "\(other)") }
  }

  @Test("The linker's command is the only one of clang's answer, or there is none")
  func linker() {
    let command =
      " \"/t/bin/ld.lld\" \"-o\" \"program\" \"main.o\" \"-lgradbook-autolinked\" \"a\\\"b\""
    let text = "clang version 1\nTarget: x\n\(command)\n"
    #expect(
      DriverAnswer.linker(in: Array(text.utf8))
        == ["/t/bin/ld.lld", "-o", "program", "main.o", "-lgradbook-autolinked", "a\"b"])
    #expect(DriverAnswer.linker(in: Array((text + command + "\n").utf8)) == nil)
    #expect(DriverAnswer.linker(in: Array("clang version 1\n".utf8)) == nil)
    let plan = DriverPlan(
      frontend: ["f"], linker: ["ld", "main.o", "-lgradbook-autolinked", "-lc"])
    #expect(plan.linker(with: ["-la", "-lb"]) == ["ld", "main.o", "-la", "-lb", "-lc"])
  }

  @Test("A plan that is written down is read back, and a damaged one is not")
  func writtenDown() {
    let plan = DriverPlan(frontend: ["f", "a b", "é"], linker: ["ld", "x\ny"])
    let bytes = plan.encoded(as: "note")
    #expect(DriverPlan(decoding: bytes, as: "note") == plan)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      #expect(DriverPlan(decoding: damaged, as: "note") == nil, "byte \(index)")
      #expect(DriverPlan(decoding: Array(bytes[..<index]), as: "note") == nil, "cut at \(index)")
    }
  }

  @Test("Words are split as a shell would")
  func words() {
    let line = #"a  'b c' "d\"e" f\ g '' h'i'"j" 'k\'"#
    #expect(
      CommandWords.split(Array(line.utf8)) == ["a", "b c", "d\"e", "f g", "", "hij", "k\\"])
    #expect(CommandWords.split(Array("a 'b".utf8)) == nil)
    #expect(CommandWords.split(Array("a \\".utf8)) == nil)
  }
}
