import Foundation
import NIOCore
import NIOHTTP1
import SendtopCore

/// The head of a request of the plainest form, read straight from its bytes at a fraction of what a parser costs.
///
/// A POST of HTTP/1.1 that names its host and the length of its body, with no field that changes how the body comes or
/// what becomes of the connection. It is `nil` for whatever else comes, faults among it: that is the library's to read.
struct PlainHead {
    let head: RequestHead
    /// Bytes of the head, with the empty line at its end.
    let count: Int
    /// Bytes of the body, which are some.
    let bodyCount: Int

    /// The head as it came; none of a long one.
    private let text: [UInt8]

    private static let fieldLimit = 64
    /// Bytes of a head that a connection may keep; there are thousands of them.
    private static let textLimit = 512

    /// - Parameters:
    ///   - bytes: what came, from the first byte of a request.
    ///   - limit: bytes that a head may have.
    init?(_ bytes: ByteBuffer, limit: Int) {
        let plain = bytes.withUnsafeReadableBytes { PlainHead($0.assumingMemoryBound(to: UInt8.self), limit: limit) }
        guard let plain else { return nil }
        self = plain
    }

    private init?(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
        var scanner = Scanner(bytes)
        guard scanner.skip("POST "), let target = scanner.target(), scanner.skip(" HTTP/1.1\r\n") else { return nil }
        var fields: [Event.Header] = []
        fields.reserveCapacity(8)
        var hosts = 0
        var length: Int?
        var isKept = false
        while !scanner.skip("\r\n") {
            guard let name = scanner.name(), let value = scanner.value() else { return nil }
            switch name.count {
            case 4 where scanner.isWord(name, "host"): hosts += 1
            case 14 where scanner.isWord(name, "content-length"):
                guard length == nil, let number = scanner.number(value) else { return nil }
                length = number
            case 10 where scanner.isWord(name, "connection"):
                guard !isKept, scanner.isWord(value, "keep-alive") else { return nil }
                isKept = true
            case 16 where scanner.isWord(name, "content-encoding"):
                guard scanner.isWord(value, "identity") else { return nil }
            case 6 where scanner.isWord(name, "expect"), 7 where scanner.isWord(name, "upgrade"),
                16 where scanner.isWord(name, "proxy-connection"), 17 where scanner.isWord(name, "transfer-encoding"):
                return nil
            default: break
            }
            guard fields.count < PlainHead.fieldLimit else { return nil }
            fields.append(Event.Header(name: scanner.text(name), value: scanner.text(value)))
        }
        guard hosts == 1, let length, length > 0, scanner.place <= limit else { return nil }
        head = RequestHead(
            method: .POST,
            uri: scanner.text(target),
            framing: RequestFraming(length: length),
            fields: fields
        )
        count = scanner.place
        bodyCount = length
        text = count <= PlainHead.textLimit ? Array(bytes.prefix(count)) : []
    }

    /// Whether it is so short that a connection may keep it.
    var isShort: Bool {
        !text.isEmpty
    }

    /// Whether other bytes begin with the very same head, which is short.
    func begins(_ bytes: ByteBuffer) -> Bool {
        guard isShort, bytes.readableBytes >= text.count else { return false }
        return bytes.withUnsafeReadableBytes { bytes in
            text.withUnsafeBytes { text in
                guard let one = bytes.baseAddress, let other = text.baseAddress else { return false }
                return memcmp(one, other, text.count) == 0
            }
        }
    }

    /// Goes over the bytes; after one that does not fit, it stays where it is.
    private struct Scanner {
        private let bytes: UnsafeBufferPointer<UInt8>
        private(set) var place = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self.bytes = bytes
        }

        /// The byte at a place; 0, which is nowhere allowed, after the last one.
        private func byte(_ place: Int) -> UInt8 {
            place < bytes.count ? bytes[place] : 0
        }

        mutating func skip(_ text: StaticString) -> Bool {
            let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            for offset in expected.indices where byte(place + offset) != expected[offset] { return false }
            place += expected.count
            return true
        }

        /// A path of signs that stand for themselves, perhaps with a query.
        mutating func target() -> Range<Int>? {
            guard byte(place) == UInt8(ascii: "/") else { return nil }
            return run { sign in
                switch sign {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"),
                    UInt8(ascii: "%"):
                    true
                default: false
                }
            }
        }

        /// The name of a field, with the colon after it passed over.
        mutating func name() -> Range<Int>? {
            let name = run { sign in
                switch sign {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
            return !name.isEmpty && skip(":") ? name : nil
        }

        /// The value of a field, which neither is empty nor ends with a blank; the end of the line is passed over.
        mutating func value() -> Range<Int>? {
            while byte(place) == UInt8(ascii: " ") { place += 1 }
            let value = run { (0x20...0x7E).contains($0) }
            guard let last = value.last, bytes[last] != UInt8(ascii: " ") else { return nil }
            return skip("\r\n") ? value : nil
        }

        private mutating func run(_ isPart: (UInt8) -> Bool) -> Range<Int> {
            let start = place
            while isPart(byte(place)) { place += 1 }
            return start..<place
        }

        func text(_ range: Range<Int>) -> String {
            String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        }

        /// A number of few digits.
        func number(_ range: Range<Int>) -> Int? {
            guard range.count <= 9 else { return nil }
            var number = 0
            for place in range {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
                number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
            }
            return number
        }

        /// Whether it is a word of small letters and hyphens, in whatever case.
        func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
            let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            guard range.count == expected.count else { return false }
            for (place, letter) in zip(range, expected) where bytes[place] | 0x20 != letter { return false }
            return true
        }
    }
}
