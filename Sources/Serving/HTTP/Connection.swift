import NIOCore
import NIOHTTP1

/// Reads one request after another from a connection, and writes their responses.
///
/// A request that is too large, too slow or not HTTP is refused, and the connection closed.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// Answers a request.
  typealias Responder = @Sendable (Request) async -> Response

  /// The time in which a request must have come, from the beginning of the connection or from its first
  /// line.
  static let requestTime = TimeAmount.seconds(15)
  /// The time in which the next request must begin.
  static let idleTime = TimeAmount.seconds(60)
  /// The time in which a client must have read a response.
  static let responseTime = TimeAmount.seconds(30)
  private let gate: Gate
  private let respond: Responder
  private let answers: AnswerCount
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  /// What has come of further requests while one is answered, and its size in bytes.
  private var waiting: [HTTPServerRequestPart] = []
  private var waitingSize = 0
  private var answering: Task<Void, Never>?
  private var isClosing = false
  private var deadline: Scheduled<Void>?

  init(gate: Gate, answers: AnswerCount, respond: @escaping Responder) {
    (self.gate, self.answers, self.respond) = (gate, answers, respond)
  }

  // MARK: The connection

  func channelActive(context: ChannelHandlerContext) {
    expect(within: Self.requestTime, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    answering?.cancel()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if answering != nil || isClosing || !(error is HTTPParserError) {
      return context.close(promise: nil)
    }
    let isLong = (error as? HTTPParserError) == .headerOverflow
    refuse(
      isLong
        ? .text(431, "the header fields are too large") : .text(400, "this is no HTTP request"),
      context)
  }

  /// Closes the connection unless `deadline` is renewed in time.
  private func expect(within time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    receive(unwrapInboundIn(data), context)
  }

  private func receive(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    if isClosing { return }
    guard answering == nil else {
      waiting.append(part)
      // A head counts as much as it may have.
      if case .body(let buffer) = part { waitingSize += buffer.readableBytes }
      if case .head = part { waitingSize += RequestLimit.headers }
      if waitingSize > RequestLimit.body { context.close(promise: nil) }
      return
    }
    take(part, context)
  }

  private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head(let head):
      expect(within: Self.requestTime, context)
      (self.head, body) = (head, [])
      if let refusal = refusal(of: head) { refuse(refusal, context) }
    case .body(let buffer):
      guard body.count + buffer.readableBytes <= RequestLimit.body else {
        return refuse(Self.tooLarge, context)
      }
      body += buffer.readableBytesView
    case .end:
      guard let head else { return }
      deadline?.cancel()
      var request = Request(head)
      request.body = body
      (self.head, body) = (nil, [])
      answer(request, keepingAlive: head.isKeepAlive, context)
    }
  }

  private static let tooLarge = Response.text(
    413, "the request is too large: at most \(RequestLimit.body) bytes are read")

  /// Returns the reason why a request is not even read.
  private func refusal(of head: HTTPRequestHead) -> Response? {
    if head.uri.utf8.count > RequestLimit.target { return .text(414, "the address is too long") }
    let size = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    if size > RequestLimit.headers { return .text(431, "the header fields are too large") }
    if let length = head.headers["content-length"].first.flatMap(Int.init),
      length > RequestLimit.body
    {
      return Self.tooLarge
    }
    return gate.refusal(of: Request(head))
  }

  /// Refuses a request, of which more may be coming: closing at once could take the response from the
  /// client before it has read it.
  private func refuse(_ response: Response, _ context: ChannelHandlerContext) {
    (isClosing, head, body) = (true, nil, [])
    expect(within: Self.requestTime, context)
    let channel = context.channel
    Self.write(response, to: channel, isHead: false, keepingAlive: false)?
      .whenComplete { _ in channel.close(mode: .output, promise: nil) }
  }

  // MARK: Responses

  private func answer(
    _ request: Request, keepingAlive: Bool, _ context: ChannelHandlerContext
  ) {
    answering = Self.task(request, keepingAlive, context.channel, answers, respond)
  }

  private static func task(
    _ request: Request, _ keepingAlive: Bool, _ channel: any Channel,
    _ answers: AnswerCount, _ respond: @escaping Responder
  ) -> Task<Void, Never> {
    Task {
      await answers.during {
        let response = await respond(request)
        if Task.isCancelled { return }
        await send(response, to: channel, isHead: request.method == "HEAD", keepingAlive)
      }
      if Task.isCancelled { return }
      if keepingAlive {
        channel.pipeline.fireUserInboundEventTriggered(AnswerEnd())
      } else {
        channel.close(promise: nil)
      }
    }
  }

  /// The response is written.
  private struct AnswerEnd: Sendable {}

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is AnswerEnd { goOn(context) } else { context.fireUserInboundEventTriggered(event) }
  }

  private static func send(
    _ response: Response, to channel: any Channel, isHead: Bool, _ keepingAlive: Bool
  ) async {
    let slow = channel.eventLoop.scheduleTask(in: responseTime) { channel.close(promise: nil) }
    defer { slow.cancel() }
    let end = write(response, to: channel, isHead: isHead, keepingAlive: keepingAlive)
    guard case .events(let write) = response.body else {
      try? await end?.get()
      return
    }
    slow.cancel()
    await write(EventWriter(channel))
    try? await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
  }

  /// Goes on with what has come meanwhile.
  private func goOn(_ context: ChannelHandlerContext) {
    answering = nil
    guard context.channel.isActive else { return }
    expect(within: Self.idleTime, context)
    let parts = waiting
    (waiting, waitingSize) = ([], 0)
    for part in parts { receive(part, context) }
  }

  /// Writes a response; of a stream only the head.
  /// - Returns: the end of writing
  @discardableResult
  private static func write(
    _ response: Response, to channel: any Channel, isHead: Bool, keepingAlive: Bool
  ) -> EventLoopFuture<Void>? {
    let head = HTTPServerResponsePart.head(head(of: response, keepingAlive: keepingAlive))
    guard case .bytes(let bytes) = response.body else {
      channel.writeAndFlush(head, promise: nil)
      return nil
    }
    channel.write(head, promise: nil)
    if !isHead {
      channel.write(
        HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))), promise: nil)
    }
    return channel.writeAndFlush(HTTPServerResponsePart.end(nil))
  }

  private static func head(of response: Response, keepingAlive: Bool) -> HTTPResponseHead {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    headers.add(name: "Content-Type", value: response.type)
    for (name, value) in Response.security { headers.add(name: name, value: value) }
    if !headers.contains(name: "Content-Security-Policy") {
      headers.add(name: "Content-Security-Policy", value: Response.closedPolicy)
    }
    if case .bytes(let bytes) = response.body {
      headers.add(name: "Content-Length", value: "\(bytes.count)")
    }
    if !keepingAlive { headers.add(name: "Connection", value: "close") }
    return HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
  }
}

extension Request {
  fileprivate init(_ head: HTTPRequestHead) {
    self.init(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { (name: $0.name, value: $0.value) })
  }
}
