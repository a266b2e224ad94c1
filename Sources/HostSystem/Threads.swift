#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The number of processors that are online.
public var processorCount: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

/// Lets another thread run, if one is waiting for the processor.
public func yieldProcessor() { sched_yield() }

/// Starts a thread.
/// - Parameters:
///   - context: what `body` gets
///   - body: what the thread does; it never returns
/// - Returns: false where there is no thread to be had
public func startThread(
  _ context: UnsafeMutableRawPointer,
  _ body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
) -> Bool {
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  return pthread_create(&thread, nil, body, context) == 0
}

/// A lock that one thread holds at a time. It lives as long as the program.
///
/// It is frozen, so that the modules that use it know its size.
@frozen
public struct Lock {
  @usableFromInline let address: UnsafeMutableRawPointer

  /// Makes a lock that nobody holds.
  public init() {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    address = UnsafeMutableRawPointer(mutex)
  }

  fileprivate var mutex: UnsafeMutablePointer<pthread_mutex_t> {
    address.assumingMemoryBound(to: pthread_mutex_t.self)
  }

  /// Waits until no other thread holds the lock, and takes it.
  public func lock() { pthread_mutex_lock(mutex) }

  /// Gives the lock back. The thread that calls this holds it.
  public func unlock() { pthread_mutex_unlock(mutex) }
}

/// A condition that a thread can sleep for. It lives as long as the program.
@frozen
public struct Condition {
  @usableFromInline let address: UnsafeMutableRawPointer

  /// Makes a condition that nobody waits for.
  public init() {
    let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    pthread_cond_init(condition, nil)
    address = UnsafeMutableRawPointer(condition)
  }

  private var condition: UnsafeMutablePointer<pthread_cond_t> {
    address.assumingMemoryBound(to: pthread_cond_t.self)
  }

  /// Wakes a thread that waits.
  public func signal() { pthread_cond_signal(condition) }

  /// Sleeps until the condition is signalled, or for no reason before that.
  /// - Parameter lock: what the thread holds; others can hold it while this one sleeps
  public func wait(_ lock: Lock) { pthread_cond_wait(condition, lock.mutex) }
}
