import NIOCore
import SendtopCore

/// The date that answers bear, and the most frequent answer with it, made once a second.
///
/// Belongs to one event loop.
final class DateStamp {
    private let now: @Sendable () -> Timestamp
    /// When the second is over.
    private var end = NIODeadline.uptimeNanoseconds(0)
    /// `Date: …` with its end.
    private var line = ""
    private var frequent = ByteBuffer()

    init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    /// The field's line at a moment.
    func line(at moment: NIODeadline) -> String {
        if moment >= end { renew(at: moment) }
        return line
    }

    /// The bytes of `Answer.stored` at a moment.
    func stored(at moment: NIODeadline) -> ByteBuffer {
        if moment >= end { renew(at: moment) }
        return frequent
    }

    private func renew(at moment: NIODeadline) {
        let now = now()
        // A clock may stand before 1970.
        let past = (now.milliseconds % 1_000 + 1_000) % 1_000
        end = moment + .milliseconds(1_000 - past)
        line = "Date: \(now.httpDate)\r\n"
        frequent = Answer.stored.bytes(hasBody: true, isLast: false, date: line)
    }
}

extension Timestamp {
    /// The moment as `Sun, 06 Nov 1994 08:49:37 GMT`.
    var httpDate: String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = day.split(separator: "-")
        let month = months[(Int(parts[1]) ?? 1) - 1]
        return "\(days[weekday]), \(parts[2]) \(month) \(parts[0]) \(clock.prefix(8)) GMT"
    }
}
