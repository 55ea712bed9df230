import Foundation
import GRDB
import SendtopCore

extension StoredSend {
    /// The key columns, which an update leaves alone unless they changed: SQLite writes the index entries of every
    /// column that an update names.
    private static let keys = ["dispatch_id", "external_send_id", "campaign"]

    /// In the order in which `bind` gives the values and `init(_:)` takes them.
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

    /// Takes `bind(_:withKeys: true)` for each row.
    ///
    /// A failure ends the transaction, so that the rows before it may stay: to be able to take them back, SQLite keeps
    /// a copy of every page that a statement of several rows changes.
    static func insert(rows: Int) -> String {
        let row = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
        return """
            INSERT OR FAIL INTO send (\(columns.joined(separator: ", ")))
            VALUES \(Array(repeating: row, count: rows).joined(separator: ", "))
            """
    }

    /// Takes `bind(_:withKeys: false)`.
    static let update = update(columns.dropLast(keys.count))
    /// Takes `bind(_:withKeys: true)`.
    static let updateWithKeys = update(columns[...])

    private static func update(_ columns: ArraySlice<String>) -> String {
        let assignments = columns.enumerated().dropFirst().map { "\($0.element) = ?\($0.offset + 1)" }
        return "UPDATE send SET \(assignments.joined(separator: ", ")) WHERE id = ?1"
    }

    /// Changes nothing: it is mutating so that a send is bound where it stands, and not copied with all its texts.
    mutating func bind(_ row: inout RowBinder, withKeys: Bool) {
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
        StoredSend.bind(send.bounceReason, &row)
        StoredSend.bind(send.abortReason, &row)
        StoredSend.bind(send.requestReason, &row)
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

    init(_ row: inout RowReader) {
        self.init(id: row.integer(), send: Send(seenAt: Timestamp(milliseconds: 0)))
        _ = row.integer()
        let bits = row.integer()
        send.statuses = StatusSet(bits: UInt16(truncatingIfNeeded: bits), unknown: row.textOrNil())
        send.recipient = row.textOrNil()
        send.requestID = row.textOrNil()
        bounceClass = row.textOrNil().flatMap(BounceClass.init(rawValue:))
        code = row.textOrNil()
        send.firstSeen = Timestamp(milliseconds: row.integer())
        send.lastSeen = Timestamp(milliseconds: row.integer())
        send.duplicates = Int(row.integer())
        send.bounceReason = StoredSend.reason(&row)
        send.abortReason = StoredSend.reason(&row)
        send.requestReason = StoredSend.reason(&row)
        for step in Step.allCases {
            send.times[step] = StoredSend.moment(&row)
        }
        reached = Reached(bytes: row.bytes(), first: send.firstSeen.minute)
        send.fingerprints = Fingerprints(hashes: StoredSend.hashes(row.bytes()))
        send.dispatchID = row.textOrNil()
        send.externalSendID = row.textOrNil()
        campaign = row.integer()
        send.campaignAPIID = row.textOrNil()
    }

    private static func bind(_ reason: Reason?, _ row: inout RowBinder) {
        row.bind(reason?.text)
        row.bind(reason?.at?.milliseconds)
    }

    private static func moment(_ row: inout RowReader) -> Timestamp? {
        row.integerOrNil().map(Timestamp.init(milliseconds:))
    }

    private static func reason(_ row: inout RowReader) -> Reason? {
        let text = row.textOrNil()
        let at = moment(&row)
        return text.map { Reason(text: $0, at: at) }
    }

    /// Eight bytes each, the lowest first.
    private static func bytes(_ hashes: [UInt64]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: hashes.count * 8) { bytes, count in
            for hash in hashes {
                UnsafeMutableRawBufferPointer(bytes).storeBytes(
                    of: hash.littleEndian,
                    toByteOffset: count,
                    as: UInt64.self
                )
                count += 8
            }
        }
    }

    private static func hashes(_ bytes: [UInt8]) -> [UInt64] {
        bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count - 7, by: 8).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
        }
    }
}
