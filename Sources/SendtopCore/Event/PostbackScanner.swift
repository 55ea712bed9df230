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

    /// A name by its length and its first sixteen bytes: none that an object may have is longer.
    private struct Name: Equatable {
        let count: Int
        let first: UInt64
        let second: UInt64

        init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            count = range.count
            first = ByteWord(bytes, at: range.lowerBound).first(count)
            second = count > 8 ? ByteWord(bytes, at: range.lowerBound + 8).first(count - 8) : 0
        }
    }

    /// The members that an object may have, in the documented order.
    private struct Names {
        struct Entry {
            let name: Name
            let member: Member
            let step: Step?

            /// Its bit among those of the members that were read.
            var bit: UInt32 {
                1 << UInt32(member.rawValue + (step?.rawValue ?? 0))
            }
        }

        private(set) var entries: [Entry] = []

        /// - Parameter times: the steps whose times are members, after the others.
        init(_ members: [(name: String, member: Member)], times: [Step] = []) {
            for (name, member) in members { append(name, member) }
            for step in times { append(step.fieldName, .times, step) }
        }

        private mutating func append(_ name: String, _ member: Member, _ step: Step? = nil) {
            let name = Array(name.utf8).withUnsafeBufferPointer { Name($0, $0.indices) }
            entries.append(Entry(name: name, member: member, step: step))
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
            let place = place(of: Name(bytes, key), in: names, from: next)
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
        let value = UnsafeBufferPointer(rebasing: bytes[range])
        guard !value.isEmpty, value.firstPlace({ $0.marks(of: 0x7F) }) == nil else { return nil }
        return text(range)
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Where a key stands among the names; they mostly come in the documented order, one after the other.
    private func place(of key: Name, in names: Names, from next: Int) -> Int? {
        var place = next
        for _ in names.entries.indices {
            if place == names.entries.count { place = 0 }
            if names.entries[place].name == key { return place }
            place += 1
        }
        return nil
    }

    /// The bytes of a string without escapes.
    private mutating func scanString() -> Range<Int>? {
        guard skip("\"") else { return nil }
        let start = position
        let end = bytes.firstPlace(from: start) { word in
            word.marks(of: UInt8(ascii: "\"")) | word.marks(of: UInt8(ascii: "\\")) | word.marks(below: 0x20)
        }
        guard let end, bytes[end] == UInt8(ascii: "\"") else { return nil }
        position = end + 1
        return start..<end
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
