import Foundation
import GRDB
import SendtopCore

extension StoredSend {
    /// The key columns, which an update leaves alone unless they changed: SQLite writes the index entries of every
    /// column that an update names.
    private static let keys = ["dispatch_id", "external_send_id", "campaign"]

    /// In the order in which `bind` gives the values and `init(row:)` takes them.
    private static let columns =
        [
            "id", "status", "statuses", "unknown_status", "recipient", "request_id", "class", "code",
            "first_seen", "last_seen", "duplicates",
            "bounce_reason", "bounce_reason_at", "abort_reason", "abort_reason_at", "request_reason",
            "request_reason_at",
        ] + Step.allCases.map(\.fieldName) + ["reached", "fingerprints"] + keys

    static let select = """
        SELECT \(columns.map { "send.\($0)" }.joined(separator: ", ")), campaign.api_id
        FROM send LEFT JOIN campaign ON campaign.id = send.campaign
        """

    static let insert = """
        INSERT INTO send (\(columns.joined(separator: ", ")))
        VALUES (\((1...columns.count).map { "?\($0)" }.joined(separator: ", ")))
        """

    /// Takes `bind(_:withKeys: false)`.
    static let update = update(columns.dropLast(keys.count))
    /// Takes `bind(_:withKeys: true)`.
    static let updateWithKeys = update(columns[...])

    private static func update(_ columns: ArraySlice<String>) -> String {
        let assignments = columns.enumerated().dropFirst().map { "\($0.element) = ?\($0.offset + 1)" }
        return "UPDATE send SET \(assignments.joined(separator: ", ")) WHERE id = ?1"
    }

    func bind(_ row: inout RowBinder, withKeys: Bool) {
        row.bind(id)
        row.bind(StatusCode.code(of: send.status))
        row.bind(Int64(send.statuses.bits))
        row.bind(send.statuses.unknown)
        row.bind(send.recipient)
        row.bind(send.requestID)
        row.bind(bounceClass?.rawValue)
        row.bind(code)
        row.bind(send.firstSeen.milliseconds)
        row.bind(send.lastSeen.milliseconds)
        row.bind(Int64(send.duplicates))
        for reason in [send.bounceReason, send.abortReason, send.requestReason] {
            row.bind(reason?.text)
            row.bind(reason?.at?.milliseconds)
        }
        for step in Step.allCases {
            row.bind(send.times[step]?.milliseconds)
        }
        row.bind(reached.bytes(first: send.firstSeen.minute))
        row.bind(StoredSend.bytes(send.fingerprints.hashes))
        guard withKeys else { return }
        row.bind(send.dispatchID)
        row.bind(send.externalSendID)
        row.bind(campaign == 0 ? nil : campaign)
    }

    init(row: Row) {
        var columns = RowReader(row)
        self.init(id: columns.next(), send: Send(seenAt: Timestamp(milliseconds: 0)))
        _ = columns.next() as Int64
        let bits: Int64 = columns.next()
        send.statuses = StatusSet(bits: UInt16(truncatingIfNeeded: bits), unknown: columns.optional())
        send.recipient = columns.optional()
        send.requestID = columns.optional()
        bounceClass = (columns.optional() as String?).flatMap(BounceClass.init(rawValue:))
        code = columns.optional()
        send.firstSeen = Timestamp(milliseconds: columns.next())
        send.lastSeen = Timestamp(milliseconds: columns.next())
        send.duplicates = columns.next()
        send.bounceReason = StoredSend.reason(&columns)
        send.abortReason = StoredSend.reason(&columns)
        send.requestReason = StoredSend.reason(&columns)
        for step in Step.allCases {
            send.times[step] = StoredSend.moment(&columns)
        }
        reached = Reached(bytes: [UInt8](columns.next() as Data), first: send.firstSeen.minute)
        send.fingerprints = Fingerprints(hashes: StoredSend.hashes(columns.next()))
        send.dispatchID = columns.optional()
        send.externalSendID = columns.optional()
        campaign = columns.optional() ?? 0
        send.campaignAPIID = columns.optional()
    }

    private static func moment(_ columns: inout RowReader) -> Timestamp? {
        let milliseconds: Int64? = columns.optional()
        return milliseconds.map(Timestamp.init(milliseconds:))
    }

    private static func reason(_ columns: inout RowReader) -> Reason? {
        let text: String? = columns.optional()
        let at = moment(&columns)
        return text.map { Reason(text: $0, at: at) }
    }

    /// Eight bytes each, the lowest first.
    private static func bytes(_ hashes: [UInt64]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * 8)
        for hash in hashes {
            withUnsafeBytes(of: hash.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    private static func hashes(_ data: Data) -> [UInt64] {
        data.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count - 7, by: 8).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
        }
    }
}
