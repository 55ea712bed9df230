import SendtopCore

/// When a send was first heard to have each status: the earliest of our receipts, by status, to the minute.
struct Reached: Sendable, Hashable {
    struct Moment: Sendable, Hashable {
        var status: Int64
        var minute: Int64
    }

    /// Sorted by status.
    private(set) var moments: [Moment] = []

    mutating func note(_ status: Int64, at minute: Int64) {
        let index = moments.firstIndex { $0.status >= status } ?? moments.endIndex
        if index == moments.endIndex {
            moments.append(Moment(status: status, minute: minute))
        } else if moments[index].status == status {
            moments[index].minute = min(moments[index].minute, minute)
        } else {
            moments.insert(Moment(status: status, minute: minute), at: index)
        }
    }

    mutating func merge(_ other: Reached) {
        for moment in other.moments { note(moment.status, at: moment.minute) }
    }
}

extension Reached {
    /// Pairs of numbers: a status, and how many minutes after the first.
    func bytes(first: Int64) -> [UInt8] {
        var writer = ByteWriter()
        for moment in moments {
            writer.write(UInt64(clamping: moment.status))
            writer.write(UInt64(clamping: moment.minute - first))
        }
        return writer.bytes
    }

    init(bytes: [UInt8], first: Int64) {
        var reader = ByteReader(bytes)
        while let status = reader.next(), let offset = reader.next() {
            note(Int64(clamping: status), at: first &+ Int64(clamping: offset))
        }
    }
}
