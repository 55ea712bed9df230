/// Reads a postback of the documented shape out of its bytes, at a fraction of what a whole JSON value costs.
///
/// It knows one object of strings, and in it one object `metadata` of strings. Whatever else comes, faults among it, it
/// leaves to `JSONReader`: escapes, numbers, other nested values, members of the legacy body, a member that comes
/// twice.
struct PostbackScanner {
    private enum Member: Int {
        case dispatchID, status, metadata, campaignAPIID, externalSendID, reason, legacy
        /// The first of the times; the others follow in the order of the steps.
        case times
    }

    /// The members that an object may have, in the documented order; all of their names stand in one array, so that
    /// to look at one of them counts no reference.
    private struct Names {
        struct Entry {
            /// Where the name stands.
            let range: Range<Int>
            let member: Member
            let step: Step?

            /// Its bit among those of the members that were read.
            var bit: UInt32 {
                1 << UInt32(member.rawValue + (step?.rawValue ?? 0))
            }
        }

        private(set) var entries: [Entry] = []
        private(set) var bytes: [UInt8] = []

        /// - Parameter times: the steps whose times are members, after the others.
        init(_ members: [(name: String, member: Member)], times: [Step] = []) {
            for (name, member) in members { append(name, member) }
            for step in times { append(step.fieldName, .times, step) }
        }

        private mutating func append(_ name: String, _ member: Member, _ step: Step? = nil) {
            let start = bytes.count
            bytes += name.utf8
            entries.append(Entry(range: start..<bytes.count, member: member, step: step))
        }
    }

    /// What is in both places in the legacy body has an order there.
    private static let bodyNames = Names([
        ("dispatch_id", .dispatchID), ("status", .status), ("metadata", .metadata), ("send_id", .legacy),
        ("external_send_id", .legacy),
    ])
    private static let metadataNames = Names(
        [("campaign_api_id", .campaignAPIID), ("external_send_id", .externalSendID), ("reason", .reason)],
        times: Step.allCases
    )

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var postback = Postback()
    /// The members that were read, by their bits.
    private var seen: UInt32 = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// What the bytes tell, if they are of that shape.
    static func postback(in body: [UInt8]) -> Postback? {
        guard (try? UTF8Span(validating: body.span)) != nil else { return nil }
        return body.withUnsafeBufferPointer { bytes in
            var scanner = PostbackScanner(bytes)
            return scanner.scan() ? scanner.postback : nil
        }
    }

    private mutating func scan() -> Bool {
        guard scanObject(PostbackScanner.bodyNames) else { return false }
        skipBlanks()
        return position == bytes.count
    }

    private mutating func scanObject(_ names: Names) -> Bool {
        skipBlanks()
        guard skip("{") else { return false }
        skipBlanks()
        if skip("}") { return true }
        var next = 0
        while true {
            guard let key = scanString() else { return false }
            skipBlanks()
            guard skip(":") else { return false }
            skipBlanks()
            let place = place(of: key, in: names, from: next)
            guard scanValue(of: place.map { names.entries[$0] }) else { return false }
            next = place.map { $0 + 1 } ?? next
            skipBlanks()
            if skip("}") { return true }
            guard skip(",") else { return false }
            skipBlanks()
        }
    }

    private mutating func scanValue(of name: Names.Entry?) -> Bool {
        guard let name else { return scanString() != nil }
        guard seen & name.bit == 0 else { return false }
        seen |= name.bit
        if name.member == .metadata { return scanObject(PostbackScanner.metadataNames) }
        guard let value = scanString() else { return false }
        switch name.member {
        case .status: postback.statusText = text(value)
        case .reason: postback.reason = text(value)
        case .times:
            guard let step = name.step else { return false }
            postback.times[step] = Timestamp(iso8601: UnsafeBufferPointer(rebasing: bytes[value]))
        case .dispatchID, .campaignAPIID, .externalSendID:
            guard let identifier = identifier(value) else { return false }
            switch name.member {
            case .dispatchID: postback.dispatchID = identifier
            case .campaignAPIID: postback.campaignAPIID = identifier
            default: postback.externalSendID = identifier
            }
        case .metadata, .legacy: return false
        }
        return true
    }

    /// An identifier that needs no escapes.
    private func identifier(_ range: Range<Int>) -> String? {
        range.isEmpty || bytes[range].contains(0x7F) ? nil : text(range)
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Where a key stands among the names; they mostly come in the documented order, one after the other.
    private func place(of key: Range<Int>, in names: Names, from next: Int) -> Int? {
        var place = next
        for _ in names.entries.indices {
            if place == names.entries.count { place = 0 }
            if isSame(key, names.bytes, names.entries[place].range) { return place }
            place += 1
        }
        return nil
    }

    private func isSame(_ range: Range<Int>, _ names: [UInt8], _ name: Range<Int>) -> Bool {
        guard range.count == name.count else { return false }
        for (offset, place) in name.enumerated() where bytes[range.lowerBound + offset] != names[place] { return false }
        return true
    }

    /// The bytes of a string without escapes.
    private mutating func scanString() -> Range<Int>? {
        guard skip("\"") else { return nil }
        let start = position
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                position = end + 1
                return start..<end
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
            end += 1
        }
        return nil
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }
}
