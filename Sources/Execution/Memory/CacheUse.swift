import BookModel
import Files

/// Holds the usual cache folder while a command works with it: `gradbook clean` waits until nobody does.
public final class CacheUse: Sendable {
  /// Why the folder is not used, if so.
  public let warnings: [Diagnostic]
  private let mark: FileLock?

  /// Begins to use the cache; waits while it is being cleaned. A folder that cannot be used is not held.
  public init() async {
    let path = CacheFolder.usualPath
    var mark: FileLock?
    var warnings: [Diagnostic] = []
    // What was locked may be gone when the lock is there.
    for _ in 0..<16 where mark == nil {
      do throws(CacheProblem) { try CacheFolder.open(path) } catch {
        warnings.append(ExecutionWording.cacheUnusable(error))
        break
      }
      guard let lock = FileLock(path + "/" + CacheMark.name, .shared) else { break }
      // Who is alone can tell what killed compilers left.
      if lock.takeAlone() {
        EngineLibrary.removeModuleLocks(below: path + "/" + CacheFolder.engineName)
      }
      await lock.take()
      if lock.isInPlace { mark = lock }
    }
    (self.mark, self.warnings) = (mark, warnings)
  }

  /// Ends the use.
  public func end() { mark?.giveBack() }
}
