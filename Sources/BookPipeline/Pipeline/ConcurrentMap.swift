import Foundation

extension Array where Element: Sendable {
  /// Returns the transformed elements in their order; the work is distributed over the cores.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    let cores = Swift.max(ProcessInfo.processInfo.activeProcessorCount, 1)
    // There are several pieces for each core, so that no core waits long for another's last piece.
    let size = Swift.max(1, count / (4 * cores))
    let pieces = stride(from: 0, to: count, by: size).map {
      self[$0..<Swift.min($0 + size, count)]
    }
    return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
      for (index, piece) in pieces.enumerated() {
        group.addTask { (index, try piece.map(transform)) }
      }
      var results = [[Result]](repeating: [], count: pieces.count)
      for try await (index, piece) in group { results[index] = piece }
      return results.flatMap { $0 }
    }
  }
}
