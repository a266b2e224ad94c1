#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
  /// A thread that takes strips of large matrix products, where there is a second core for it.
  ///
  /// An element is computed in the same way whoever takes its strip: the bits stay the same.
  struct SecondThread {
    /// The state that both threads share, guarded by `mutex`.
    private struct Work {
      var product: SharedProduct?
      var taken = 0
      /// True while the second thread computes a strip.
      var isBusy = false

      /// True if there are strips that nobody has taken.
      var hasStrips: Bool { taken < product?.strips ?? 0 }

      /// The next strip of the product.
      mutating func take() -> (SharedProduct, strip: Int)? {
        guard let product, hasStrips else { return nil }
        taken &+= 1
        return (product, taken &- 1)
      }
    }

    // They live as long as the program, and so does the thread.
    private let work = UnsafeMutablePointer<Work>.allocate(capacity: 1)
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let hasWork = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let isIdle = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let panel = UnsafeMutableRawPointer.allocate(
      byteCount: MatrixProduct<Float>.panelSize, alignment: 64)

    /// The number of times a thread looks before it sleeps: for about 0.1 ms.
    private static var looks: Int { 300 }

    /// Started by the first large product; nil where there is one core, or no thread to be had.
    private nonisolated(unsafe) static let shared = SecondThread()

    private init?() {
      guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else { return nil }
      work.initialize(to: Work())
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(hasWork, nil)
      pthread_cond_init(isIdle, nil)
      let context = UnsafeMutablePointer<SecondThread>.allocate(capacity: 1)
      context.initialize(to: self)
      var thread = pthread_t()
      let serve: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
        $0?.load(as: SecondThread.self).serve()
        return nil
      }
      guard pthread_create(&thread, nil, serve, context) == 0 else { return nil }
    }

    /// Computes a product, together with the second thread where there is one that has time.
    /// - Parameter panel: room for a panel of B
    static func compute(_ product: SharedProduct, panel: UnsafeMutableRawPointer) {
      if shared?.takesPart(in: product, panel: panel) != true { product.run(panel: panel) }
    }

    private func takesPart(in product: SharedProduct, panel: UnsafeMutableRawPointer) -> Bool {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      guard work.pointee.product == nil else { return false }
      work.pointee = Work(product: product)
      pthread_cond_signal(hasWork)
      takeStrips(panel)
      wait(isIdle) { !$0.isBusy }
      work.pointee.product = nil
      return true
    }

    /// Computes strips until none is left. The mutex is locked at the beginning and at the end.
    private func takeStrips(_ panel: UnsafeMutableRawPointer) {
      while let (product, strip) = work.pointee.take() {
        pthread_mutex_unlock(mutex)
        product.run(strip: strip, panel: panel)
        pthread_mutex_lock(mutex)
      }
    }

    /// Waits for the other thread, first awake: to be woken takes as long as a strip.
    private func wait(
      _ signal: UnsafeMutablePointer<pthread_cond_t>, until isReached: (Work) -> Bool
    ) {
      var looks = 0
      while !isReached(work.pointee) {
        if looks < Self.looks {
          pthread_mutex_unlock(mutex)
          sched_yield()
          pthread_mutex_lock(mutex)
          looks &+= 1
        } else {
          pthread_cond_wait(signal, mutex)
        }
      }
    }

    /// The second thread's endless loop.
    private func serve() {
      pthread_mutex_lock(mutex)
      while true {
        wait(hasWork) { $0.hasStrips }
        work.pointee.isBusy = true
        takeStrips(panel)
        work.pointee.isBusy = false
        pthread_cond_signal(isIdle)
      }
    }
  }
#else
  /// There are no threads here.
  enum SecondThread {
    static func compute(_ product: SharedProduct, panel: UnsafeMutableRawPointer) {
      product.run(panel: panel)
    }
  }
#endif
