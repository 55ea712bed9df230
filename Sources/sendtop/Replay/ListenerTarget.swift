import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SendtopClient
import SendtopCore

/// Posts to a listener, as the service does; what we did ourselves is no postback and is passed over.
struct ListenerTarget: ReplayTarget {
    /// Requests that are under way at a time.
    private static let width = 32
    /// Times that a listener which has no room just now is asked again.
    private static let tries = 60

    /// Why a postback was not answered 200.
    private struct Refusal: Error {
        let reason: any Error
        var mayHaveArrived = false
    }

    /// What became of one postback of a line.
    private struct Posted: Sendable {
        /// The line's place among those that were given.
        let index: Int
        let refusal: Refusal?
    }

    let url: String
    let client: HTTPClient

    func take(_ lines: [RecordedLine], _ outcome: inout ReplayOutcome) async throws {
        var progress = LineProgress(lines.map { line in line.events.count { $0.kind == .postback } })
        var first: Refusal?
        var mayHaveArrived = false
        await withTaskGroup(of: Posted.self) { group in
            var running = 0
            func settle(_ posted: Posted?) {
                guard let posted else { return }
                running -= 1
                if let failed = posted.refusal {
                    first = first ?? failed
                    mayHaveArrived = mayHaveArrived || failed.mayHaveArrived
                } else {
                    progress.take(posted.index)
                }
            }
            // Those that are under way when one fails come to their end, so that it is known what became of them.
            posting: for (index, line) in lines.enumerated() {
                for event in line.events where event.kind == .postback {
                    if running == ListenerTarget.width { settle(await group.next()) }
                    guard first == nil else { break posting }
                    group.addTask { await Posted(index: index, refusal: refusal(of: event, line.number)) }
                    running += 1
                }
            }
            while let posted = await group.next() { settle(posted) }
        }
        outcome.events += progress.taken
        outcome.skipped += lines.prefix(progress.whole).reduce(0) { $0 + $1.events.count { $0.kind != .postback } }
        if progress.whole > 0 { outcome.line = lines[progress.whole - 1].number }
        outcome.isBeyondLine = mayHaveArrived || progress.isAhead
        if let first { throw first.reason }
    }

    private func refusal(of event: Event, _ line: Int) async -> Refusal? {
        do {
            try await post(event, line)
            return nil
        } catch let refusal as Refusal {
            return refusal
        } catch {
            return Refusal(reason: error, mayHaveArrived: true)
        }
    }

    /// What a listener takes in as the body: what is no object came as an element of an array, and goes as such again.
    private static func document(_ body: [UInt8]) -> [UInt8] {
        let blanks = [UInt8](" \t\r\n".utf8)
        let opening = body.first { !blanks.contains($0) }
        if opening == UInt8(ascii: "{") { return body }
        return [UInt8(ascii: "[")] + body + [UInt8(ascii: "]")]
    }

    private func post(_ event: Event, _ line: Int) async throws {
        for attempt in 1... {
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(ListenerTarget.document(event.body))
            let status: UInt
            do {
                let response = try await client.execute(request, timeout: .seconds(30))
                status = response.status.code
                for try await _ in response.body {}
            } catch {
                try Task.checkCancellation()
                let trouble = Trouble(error, status: nil)
                throw Refusal(
                    reason: CommandFailure(.notDone, trouble.sentence(at: url)),
                    mayHaveArrived: trouble.mayHaveArrived
                )
            }
            if status == 200 { return }
            guard status == 503, attempt < ListenerTarget.tries else {
                let advice = status == 401 ? " A token goes into the URL, as in …/postback/TOKEN." : ""
                throw Refusal(
                    reason: CommandFailure(
                        .notDone,
                        "\(url) answered \(status) to line \(line) instead of 200.\(advice)"
                    )
                )
            }
            try await Task.sleep(for: .seconds(1))
        }
    }
}
