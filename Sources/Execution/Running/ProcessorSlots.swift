import Files

/// Limits the number of compilers and experiments that work at the same time to the number of
/// processors.
///
/// Requests with `take` are served in order. Requests with `takeIdle` are served when no others
/// wait, or after a time even when no slot is free.
actor ProcessorSlots {
  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Bool, Never>
  }

  private var free: Int
  private var inTurn: [Waiter] = []
  private var idle: [Waiter] = []
  private var expected = 0
  private var lastNumber = 0
  private var cancelled: Set<Int> = []

  /// Makes the given number of slots, at least 1.
  init(count: Int = ProcessorSlots.processorCount) { free = max(count, 1) }

  /// The number of usable processors, at least 1.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The number of waiting requests.
  var waiting: Int { inTurn.count + idle.count }

  /// Announces requests with `take`: until they have come, their slots are not idle.
  func expect(_ count: Int) { expected += count }

  /// Waits for a slot.
  /// - Parameter isExpected: true for a request announced with `expect`
  /// - Returns: false when the task was cancelled first; then there is no slot to give back
  func take(isExpected: Bool = false) async -> Bool {
    if isExpected { expected -= 1 }
    defer { serve() }
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

  /// Waits until a slot is idle, or until the patience ends.
  /// - Parameter patience: a function that returns when the patience ends
  /// - Returns: false when the task was cancelled first; then there is no slot to give back
  func takeIdle(orAfter patience: @escaping @Sendable () async throws -> Void) async -> Bool {
    if Task.isCancelled { return false }
    if hasIdle {
      free -= 1
      return true
    }
    let number = nextNumber()
    let timer = Task {
      try await patience()
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
    serve()
  }

  /// True when there is a slot for a request with `takeIdle`.
  private var hasIdle: Bool { free > expected && inTurn.isEmpty }

  private func serve() {
    while free > 0, let next = inTurn.first {
      inTurn.removeFirst()
      free -= 1
      next.continuation.resume(returning: true)
    }
    while hasIdle, let next = idle.first {
      idle.removeFirst()
      free -= 1
      next.continuation.resume(returning: true)
    }
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

  /// Gives a slot to a waiter whose patience has ended, even if none is free.
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
