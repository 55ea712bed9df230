import Foundation
import SendtopCore

/// Made-up events, the same for the same number.
enum Recording {
    static func event(_ number: Int, from first: Timestamp) -> Event {
        let at = first.adding(milliseconds: Int64(number))
        let dispatch = dispatchID(number)
        let body = """
            {"dispatch_id":"\(dispatch)","status":"delivered","metadata":{"delivered_at":"\(at.iso8601)",\
            "campaign_api_id":"417220e4-5a2a-b634-7f7d-9ec891532368","external_send_id":"order-\(number)"}}
            """
        return Event(
            at: at,
            kind: .postback,
            dispatchID: dispatch,
            status: "delivered",
            source: "127.0.0.1",
            body: Array(body.utf8)
        )
    }

    /// Prints events as `sendtop export events` does, four of a send after one another.
    static func write(events: Int) {
        let first = Timestamp(milliseconds: 1_767_225_600_000)
        var text = ""
        for number in 0..<events {
            let status = ["sent", "processed", "delivered", "opened"][number % 4]
            let at = first.adding(milliseconds: Int64(number)).iso8601
            let dispatch = dispatchID(number / 4)
            text += #"{"seq":\#(number + 1),"at":"\#(at)","kind":"postback","dispatch_id":"\#(dispatch)","#
            text += #""status":"\#(status)","source":"127.0.0.1","body":"{\"dispatch_id\":\"\#(dispatch)\","#
            text += #"\"status\":\"\#(status)\",\"metadata\":{\"\#(status)_at\":\"\#(at)\",\"campaign_api_id\":"#
            text += #"\"417220e4-5a2a-b634-7f7d-9ec891532368\"}}","request_id":null,"headers":[]}"# + "\n"
            if text.utf8.count > 1 << 20 || number == events - 1 {
                FileHandle.standardOutput.write(Data(text.utf8))
                text = ""
            }
        }
    }

    /// 32 hexadecimal digits that look like chance, as the service's do.
    private static func dispatchID(_ number: Int) -> String {
        var random = SeededGenerator(seed: UInt64(truncatingIfNeeded: number))
        let parts = [random.next(), UInt64(truncatingIfNeeded: number)]
        return parts.map { value in
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
