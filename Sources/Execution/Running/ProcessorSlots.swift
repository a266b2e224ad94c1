/// The processors that compilers and experiments share: so many of them work at once.
///
/// Whoever asks with `take` comes in turn. Whoever asks with `takeIdle` comes when nobody else waits, or
/// after a time even where none is free.
actor ProcessorSlots {
  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Bool, Never>
  }

  private var free: Int
  private var inTurn: [Waiter] = []
  private var idle: [Waiter] = []
  private var lastNumber = 0
  private var cancelled: Set<Int> = []

  /// So many slots, at least 1.
  init(count: Int = processorCount()) { free = max(count, 1) }

  /// How many wait.
  var waiting: Int { inTurn.count + idle.count }

  /// Waits for a slot.
  /// - Returns: false when the task was cancelled first; then there is nothing to give back
  func take() async -> Bool {
    if Task.isCancelled { return false }
    if free > 0, inTurn.isEmpty {
      free -= 1
      return true
    }
    let number = nextNumber()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        wait(Waiter(number: number, continuation: continuation), inTurn: true)
      }
    } onCancel: {
      Task { await self.cancel(number) }
    }
  }

  /// Waits until a slot is of no use to anybody else, or until a time has passed.
  /// - Parameter patience: the time
  /// - Returns: false when the task was cancelled first; then there is nothing to give back
  func takeIdle(orAfter patience: Duration) async -> Bool {
    if Task.isCancelled { return false }
    if free > 0, inTurn.isEmpty {
      free -= 1
      return true
    }
    let number = nextNumber()
    let timer = Task {
      try await Task.sleep(for: patience)
      grant(number)
    }
    defer { timer.cancel() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        wait(Waiter(number: number, continuation: continuation), inTurn: false)
      }
    } onCancel: {
      Task { await self.cancel(number) }
    }
  }

  /// Gives a slot back.
  func give() {
    free += 1
    while free > 0, let next = popFirst() {
      free -= 1
      next.continuation.resume(returning: true)
    }
  }

  private func popFirst() -> Waiter? {
    if !inTurn.isEmpty { return inTurn.removeFirst() }
    return idle.isEmpty ? nil : idle.removeFirst()
  }

  private func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  private func wait(_ waiter: Waiter, inTurn isInTurn: Bool) {
    if cancelled.remove(waiter.number) != nil {
      waiter.continuation.resume(returning: false)
    } else if isInTurn {
      inTurn.append(waiter)
    } else {
      idle.append(waiter)
    }
  }

  /// Gives a slot to a waiter whose patience is at its end, though there may be none.
  private func grant(_ number: Int) {
    guard let index = idle.firstIndex(where: { $0.number == number }) else { return }
    free -= 1
    idle.remove(at: index).continuation.resume(returning: true)
  }

  private func cancel(_ number: Int) {
    if let index = inTurn.firstIndex(where: { $0.number == number }) {
      inTurn.remove(at: index).continuation.resume(returning: false)
    } else if let index = idle.firstIndex(where: { $0.number == number }) {
      idle.remove(at: index).continuation.resume(returning: false)
    } else {
      cancelled.insert(number)
    }
  }
}
