import BookModel
import Files

/// A shared lock on the usual cache folder while a command uses it: `gradbook clean` waits for its
/// end.
public final class CacheUse: Sendable {
  /// The reasons why the folder is not used; empty when it is.
  public let warnings: [Diagnostic]
  private let mark: FileLock?

  /// Locks the cache; waits while it is being cleaned. A folder that cannot be used is not locked.
  public init() async {
    let path = CacheFolder.usualPath
    var mark: FileLock?
    var warnings: [Diagnostic] = []
    // The locked file may have been removed by the time the lock is taken.
    for _ in 0..<16 where mark == nil {
      do throws(CacheProblem) { try CacheFolder.open(path) } catch {
        warnings.append(ExecutionWording.cacheUnusable(error))
        break
      }
      guard let lock = FileLock(path + "/" + CacheMark.name, .shared) else { break }
      // Only a command that is alone can know that a module lock belongs to no living compiler.
      if lock.takeAlone() {
        EngineLibrary.removeModuleLocks(below: path + "/" + CacheFolder.engineName)
      }
      await lock.take()
      if lock.isInPlace { mark = lock }
    }
    (self.mark, self.warnings) = (mark, warnings)
  }

  /// Releases the lock.
  public func end() { mark?.giveBack() }
}
