import Testing

@testable import Execution

@Suite struct ThreadUseTests {
  @Test(
    "A program that only computes has one thread",
    arguments: [
      "let a = 1", "import Notebook\nprint(1)", "import GradientDescent",
      "// await\nlet s = \"async\"",
      "@inline(never) func f() {}", "net.task()",
    ])
  func single(source: String) { #expect(!ThreadUse.isPossible(in: source)) }

  @Test(
    "One that could start another may have more",
    arguments: [
      "import Foundation", "import Notebook\nimport Glibc", "@preconcurrency import Dispatch",
      "import struct Foundation.Date", "Task { print(1) }", "await f()", "func f() async {}",
      "actor A {}", "`Task`.detached {}", "@ _silgen_name(\"pthread_create\") func start()",
      "_Concurrency.Task.detached {}",
      "@_silgen_name(\"pthread_create\") func start()",
    ])
  func several(source: String) { #expect(ThreadUse.isPossible(in: source)) }

  @Test("The frame of a chapter's program has one")
  func frame() {
    let chapter = chapter(.setup("let a = 1"), .experiment("x", "print(a)"))
    #expect(!ThreadUse.isPossible(in: ChapterProgram(chapter).source))
  }
}
