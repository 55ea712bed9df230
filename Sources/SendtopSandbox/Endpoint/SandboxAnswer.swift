import HTTPTypes
import Hummingbird
import NIOCore
import SendtopCore

/// An answer of the sandbox, always JSON.
struct SandboxAnswer: Sendable {
    var status: HTTPResponse.Status
    var body: JSON
    var headers = HTTPFields()

    init(_ status: HTTPResponse.Status, _ body: JSON) {
        self.status = status
        self.body = body
    }

    /// The answer to a request that was taken.
    init(_ body: JSON) {
        self.init(.created, body)
    }

    init(_ refusal: Refusal) {
        self.init(refusal.status, refusal.json)
        if let allow = refusal.allow { headers[.allow] = allow }
    }

    /// The answer with the headers of the overall limit.
    func with(_ limit: Volume.Limit) -> SandboxAnswer {
        with("\(limit.limit)", "\(limit.remaining)", "\(limit.reset)")
    }

    /// The answer with empty headers, as recorded for a key that is unknown.
    var withoutLimit: SandboxAnswer {
        with("", "", "")
    }

    private func with(_ limit: String, _ remaining: String, _ reset: String) -> SandboxAnswer {
        var answer = self
        answer.headers[SandboxHeader.limit] = limit
        answer.headers[SandboxHeader.remaining] = remaining
        answer.headers[SandboxHeader.reset] = reset
        return answer
    }

    /// The answer as Hummingbird sends it.
    var response: Response {
        var fields = headers
        fields[.contentType] = "application/json"
        return Response(
            status: status,
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: body.text()))
        )
    }
}
