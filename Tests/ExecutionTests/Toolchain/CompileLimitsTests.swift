import BookModel
import Testing

@testable import Execution

@Suite struct CompileLimitsTests {
  @Test(
    "Only seconds from 0.1 to 3600 are a limit; all programs of a chapter get ten times as long",
    arguments: [(nil, 60), ("2", 2), ("0.1", 0.1), ("3600", 3600)])
  func sensible(value: String?, seconds: Double) throws {
    let limits = try CompileLimits(value)
    #expect(limits.perProgram == seconds && limits.perChapter == 10 * seconds)
  }

  @Test("Anything else is named", arguments: ["0", "-5", "nan", "inf", "1e9", "1h", "", " 2"])
  func refused(value: String) {
    let error = #expect(throws: Diagnostic.self) { try CompileLimits(value) }
    #expect(
      error?.message == "found GRADBOOK_COMPILE_LIMIT=\(value), expected seconds from 0.1 to 3600")
  }

  @Test("A budget is at its end when the compilations together took as long as a chapter's may")
  func budget() {
    let budget = CompileBudget(CompileLimits(perProgram: 2))
    budget.spend(12)
    #expect(budget.isLeft)
    budget.spend(8)
    #expect(!budget.isLeft)
  }
}
