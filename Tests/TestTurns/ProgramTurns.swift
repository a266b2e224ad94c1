public import Testing

/// Lets few of the tests that start programs run at a time. Hundreds of tests run side by side on
/// two cores; were the compilers, browsers and commands of all of them started at once, each would run
/// into the limits that are set for one.
public struct ProgramTurns: SuiteTrait, TestTrait, TestScoping {
  /// Each test of a suite takes its own turn, not the suite as a whole.
  public let isRecursive = true

  /// Runs a test when it is its turn.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await Turns.shared.take()
    do { try await function() } catch {
      await Turns.shared.give()
      throw error
    }
    await Turns.shared.give()
  }
}

extension Trait where Self == ProgramTurns {
  /// Marks a test, or each test of a suite, as one that starts programs.
  public static var startsPrograms: Self { Self() }
}

/// The turns of this process, taken in the order in which they are asked for.
private actor Turns {
  static let shared = Turns()

  /// Some tests only wait for what they started, so one more than there are cores here.
  private var free = 3
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func give() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
