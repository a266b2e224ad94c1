import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server that only programs on this machine can reach.
final class LoopbackServer: Sendable {
  /// The reason why no server can listen.
  struct Failure: Error, CustomStringConvertible {
    let port: Int
    let reason: String

    var description: String {
      """
      cannot listen on port \(port): \(reason)
        hint: name another port with --port, or 0 for any that is free
      """
    }
  }

  /// The port on which it listens.
  let port: Int
  private let channel: any Channel
  private let open: OpenConnections
  private let answers: AnswerCount

  /// The connections that are open.
  private final class OpenConnections: Sendable {
    /// The largest number of them.
    static let limit = 500
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

    /// Adds a connection.
    /// - Returns: false when there are too many
    func add(_ channel: any Channel) -> Bool {
      channels.withLock { channels in
        guard channels.count < Self.limit else { return false }
        channels[ObjectIdentifier(channel)] = channel
        return true
      }
    }

    func remove(_ channel: any Channel) {
      channels.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(channel)) }
    }

    func closeAll() {
      for channel in channels.withLock({ Array($0.values) }) { channel.close(promise: nil) }
    }
  }

  /// Starts to listen on 127.0.0.1.
  /// - Parameters:
  ///   - port: the port; 0 for any that is free
  ///   - gate: makes the gate for the port
  ///   - respond: answers the requests that the gate lets pass
  /// - Throws: `Failure` when the port is taken or not allowed
  init(
    port: Int, gate: @escaping @Sendable (Int) -> Gate, respond: @escaping Connection.Responder
  ) async throws {
    let open = OpenConnections()
    let answers = AnswerCount()
    let taken = Mutex(port)
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        guard open.add(channel) else { return channel.close() }
        channel.closeFuture.whenComplete { _ in open.remove(channel) }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers([
            HTTPResponseEncoder(),
            ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
            Connection(
              gate: gate(taken.withLock { $0 }), answers: answers, respond: respond),
          ])
        }
      }
    do {
      channel = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
    } catch let error as IOError {
      let reason =
        switch error.errnoCode {
        case EADDRINUSE: "another program listens there"
        case EACCES: "it is reserved for the system"
        default: String(cString: strerror(error.errnoCode))
        }
      throw Failure(port: port, reason: reason)
    }
    self.port = channel.localAddress?.port ?? port
    (self.open, self.answers) = (open, answers)
    taken.withLock { [port = self.port] in $0 = port }
  }

  /// Ends all connections, and what runs for them.
  func close() async {
    try? await channel.close()
    open.closeAll()
    await answers.waitForEnd(atMost: .seconds(1))
  }
}
