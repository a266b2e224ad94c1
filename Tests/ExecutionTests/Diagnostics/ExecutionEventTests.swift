import Testing

@testable import Execution

@Suite struct ExecutionEventTests {
  @Test("An event is one line that names the chapter, the experiment and the time")
  func words() {
    let steps: [ExecutionEvent.Step] = [
      .compiled(experiment: "a", optimized: false, seconds: 0.4321),
      .compiled(experiment: "a", optimized: true, seconds: 1), .started(experiment: "a"),
      .finished(experiment: "a", seconds: 12.34, failed: false),
      .finished(experiment: "b", seconds: 0.0004, failed: true),
    ]
    #expect(
      steps.map { ExecutionEvent(chapter: "x.md", step: $0).description } == [
        "x.md: compiled a in 432 ms", "x.md: compiled a, optimized, in 1.0 s", "x.md: running a",
        "x.md: a ran in 12.3 s", "x.md: b failed after 0 ms",
      ])
    #expect(ExecutionEvent(step: .buildingEngine).description == "building the engine, once")
  }
}
