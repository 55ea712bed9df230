import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// The least that the listener's HTTP library can do: read a request to its end, and say hello.
enum Hello {
    static func run(port: Int) async throws {
        let responder: HTTPChannelHandler.Responder = { request, writer, _ in
            for try await _ in request.body {}
            let body = ByteBuffer(string: "hello")
            let head = HTTPResponse(
                status: .ok,
                headerFields: [.contentType: "text/plain", .contentLength: "\(body.readableBytes)"]
            )
            try await writer.write(response: head, body: ResponseBody(byteBuffer: body))
        }
        let server = Server(
            childChannelSetup: HTTP1Channel(responder: responder),
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port), backlog: 1_024),
            onServerRunning: { _ in },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "hello") { _ in SwiftLogNoOpLogHandler() }
        )
        try await server.run()
    }
}
