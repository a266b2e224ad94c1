import Synchronization
import Testing

@testable import Execution

@Suite struct ProcessorSlotsTests {
  private final class Log: Sendable {
    private let entries = Mutex<[String]>([])
    var lines: [String] { entries.withLock { $0 } }
    func add(_ line: String) { entries.withLock { $0.append(line) } }
  }

  @Test("Those in turn go before those that wait for an idle one, and a cancelled one takes none")
  func order() async {
    let slots = ProcessorSlots(count: 1)
    #expect(await slots.take())
    let log = Log()
    let idle = Task {
      let got = await slots.takeIdle { try await Task.sleep(for: .seconds(600)) }
      log.add("idle \(got)")
      await slots.give()
    }
    let cancelled = Task { await slots.take() }
    let inTurn = Task {
      // Later than the idle one.
      while await slots.waiting < 2 { await Task.yield() }
      let got = await slots.take()
      log.add("in turn \(got)")
      await slots.give()
    }
    while await slots.waiting < 3 { await Task.yield() }
    cancelled.cancel()
    #expect(await !cancelled.value)
    await slots.give()
    await inTurn.value
    await idle.value
    #expect(log.lines == ["in turn true", "idle true"])
    #expect(await slots.take())
  }

  @Test("Patience ends though no slot is free, and the slots come out even")
  func patience() async {
    let slots = ProcessorSlots(count: 1)
    #expect(await slots.take())
    #expect(await slots.takeIdle {})
    await slots.give()
    let waiting = Task { await slots.take() }
    while await slots.waiting < 1 { await Task.yield() }
    await slots.give()
    #expect(await waiting.value)
  }

  @Test("No slot is idle until all that were announced have theirs")
  func announced() async {
    let slots = ProcessorSlots(count: 2)
    await slots.expect(1)
    #expect(await slots.take())
    let log = Log()
    let idle = Task {
      let got = await slots.takeIdle { try await Task.sleep(for: .seconds(600)) }
      log.add("idle \(got)")
    }
    while await slots.waiting < 1 { await Task.yield() }
    #expect(await slots.take(isExpected: true))
    log.add("announced")
    await slots.give()
    await idle.value
    #expect(log.lines == ["announced", "idle true"])
  }
}
