#if canImport(HostSystem)
  internal import HostSystem

  /// A thread that takes strips of large matrix products, where there is a second core for it.
  ///
  /// An element is computed in the same way whoever takes its strip: the bits stay the same.
  struct SecondThread {
    /// The state that both threads share, guarded by `lock`.
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
    private let lock = Lock()
    private let hasWork = Condition()
    private let isIdle = Condition()
    private let panel = UnsafeMutableRawPointer.allocate(
      byteCount: MatrixProduct<Float>.panelSize, alignment: 64)

    /// The number of times a thread looks before it sleeps: for about 0.1 ms.
    private static var looks: Int { 300 }

    /// Started by the first large product; nil where there is one core, or no thread to be had.
    private nonisolated(unsafe) static let shared = SecondThread()

    private init?() {
      guard processorCount > 1 else { return nil }
      work.initialize(to: Work())
      let context = UnsafeMutablePointer<SecondThread>.allocate(capacity: 1)
      context.initialize(to: self)
      let isStarted = startThread(context) {
        $0?.load(as: SecondThread.self).serve()
        return nil
      }
      guard isStarted else { return nil }
    }

    /// Computes a product, together with the second thread where there is one that has time.
    /// - Parameter panel: room for a panel of B
    static func compute(_ product: SharedProduct, panel: UnsafeMutableRawPointer) {
      if shared?.takesPart(in: product, panel: panel) != true { product.run(panel: panel) }
    }

    private func takesPart(in product: SharedProduct, panel: UnsafeMutableRawPointer) -> Bool {
      lock.lock()
      defer { lock.unlock() }
      guard work.pointee.product == nil else { return false }
      work.pointee = Work(product: product)
      hasWork.signal()
      takeStrips(panel)
      wait(isIdle) { !$0.isBusy }
      work.pointee.product = nil
      return true
    }

    /// Computes strips until none is left. The lock is held at the beginning and at the end.
    private func takeStrips(_ panel: UnsafeMutableRawPointer) {
      while let (product, strip) = work.pointee.take() {
        lock.unlock()
        product.run(strip: strip, panel: panel)
        lock.lock()
      }
    }

    /// Waits for the other thread, first awake: to be woken takes as long as a strip.
    private func wait(_ condition: Condition, until isReached: (Work) -> Bool) {
      var looks = 0
      while !isReached(work.pointee) {
        if looks < Self.looks {
          lock.unlock()
          yieldProcessor()
          lock.lock()
          looks &+= 1
        } else {
          condition.wait(lock)
        }
      }
    }

    /// The second thread's endless loop.
    private func serve() {
      lock.lock()
      while true {
        wait(hasWork) { $0.hasStrips }
        work.pointee.isBusy = true
        takeStrips(panel)
        work.pointee.isBusy = false
        isIdle.signal()
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
