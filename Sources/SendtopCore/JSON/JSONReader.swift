/// Reads JSON text from UTF-8 bytes, says where it is wrong, and never recurses deeper than its limit.
///
/// Foundation's reader keeps neither positions, key order nor digits, and takes UTF-16.
public struct JSONReader {
    /// A whole text that was read.
    public struct Document: Sendable {
        /// What the text says.
        public let value: JSON
        /// The bytes of each element, when the value is an array; otherwise empty.
        public let elements: [Range<Int>]
    }

    /// What to do about an escape such as `\ud800` that no Unicode text can hold.
    public enum LoneSurrogates: Sendable {
        case replaced
        case refused
    }

    private let bytes: [UInt8]
    private let depthLimit: Int
    private let loneSurrogates: LoneSurrogates
    private var position = 0
    private var depth = 0
    private var rootElements: [Range<Int>] = []

    private init(bytes: [UInt8], depthLimit: Int, loneSurrogates: LoneSurrogates) {
        self.bytes = bytes
        self.depthLimit = depthLimit
        self.loneSurrogates = loneSurrogates
    }

    /// Reads one JSON text; a byte order mark before it is passed over.
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8.
    ///   - depthLimit: how deep arrays and objects may nest.
    ///   - loneSurrogates: replaced by U+FFFD, or refused.
    /// - Throws: `JSONError` with the place of the first fault.
    public static func document(
        _ bytes: [UInt8],
        depthLimit: Int = 64,
        loneSurrogates: LoneSurrogates = .replaced
    ) throws(JSONError) -> Document {
        var reader = JSONReader(bytes: bytes, depthLimit: depthLimit, loneSurrogates: loneSurrogates)
        try reader.checkUTF8()
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            reader.position = 3
        }
        reader.skipBlanks()
        guard reader.peek != nil else { throw reader.error(.empty) }
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.peek == nil else { throw reader.error(.trailingText) }
        return Document(value: value, elements: reader.rootElements)
    }

    private var peek: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private func error(_ problem: JSONError.Problem, at offset: Int? = nil) -> JSONError {
        JSONError(problem, at: offset ?? position, in: bytes)
    }

    private func checkUTF8() throws(JSONError) {
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw self.error(.notUTF8, at: error.byteOffsets.lowerBound)
        }
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private mutating func value() throws(JSONError) -> JSON {
        switch peek {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-")?, 0x30?, 0x31?, 0x32?, 0x33?, 0x34?, 0x35?, 0x36?, 0x37?, 0x38?, 0x39?:
            return .number(try number())
        case nil: throw error(.unexpectedEnd)
        default: throw error(.expectedValue)
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard matches else { throw error(.expectedValue) }
        position += word.utf8CodeUnitCount
        return value
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= depthLimit else { throw error(.tooDeep(limit: depthLimit)) }
        position += 1
        skipBlanks()
    }

    /// Ends the container when its closing byte is next.
    private mutating func leaves(_ end: UInt8) -> Bool {
        guard peek == end else { return false }
        position += 1
        depth -= 1
        return true
    }

    /// Passes the comma between two items.
    private mutating func passComma(or end: UInt8) throws(JSONError) {
        guard let byte = peek else { throw error(.unexpectedEnd) }
        guard byte == UInt8(ascii: ",") else {
            throw error(.expectedCommaOrEnd(of: Character(Unicode.Scalar(end))))
        }
        position += 1
        skipBlanks()
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        let end = UInt8(ascii: "}")
        var object = JSONObject()
        try enter()
        if leaves(end) { return object }
        while true {
            guard let byte = peek else { throw error(.unexpectedEnd) }
            guard byte == UInt8(ascii: "\"") else { throw error(.expectedKey) }
            let key = try string()
            skipBlanks()
            guard let colon = peek else { throw error(.unexpectedEnd) }
            guard colon == UInt8(ascii: ":") else { throw error(.expectedColon) }
            position += 1
            skipBlanks()
            object.members.append(JSONObject.Member(key: key, value: try value()))
            skipBlanks()
            if leaves(end) { return object }
            try passComma(or: end)
        }
    }

    private mutating func array() throws(JSONError) -> [JSON] {
        let end = UInt8(ascii: "]")
        var elements: [JSON] = []
        try enter()
        if leaves(end) { return elements }
        while true {
            let start = position
            elements.append(try value())
            if depth == 1 {
                rootElements.append(start..<position)
            }
            skipBlanks()
            if leaves(end) { return elements }
            try passComma(or: end)
        }
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        if peek == UInt8(ascii: "0") {
            position += 1
        } else {
            try digits(from: start)
        }
        if peek == UInt8(ascii: ".") {
            position += 1
            try digits(from: start)
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            position += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
            try digits(from: start)
        }
        if let next = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
            throw error(.badNumber, at: start)
        }
        return JSONNumber(checked: text(start..<position))
    }

    private mutating func digits(from start: Int) throws(JSONError) {
        let first = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        guard position > first else { throw error(.badNumber, at: start) }
    }

    private mutating func string() throws(JSONError) -> String {
        let quote = position
        position += 1
        var result = ""
        var runStart = position
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                let run = text(runStart..<position)
                position += 1
                return result.isEmpty ? run : result + run
            case UInt8(ascii: "\\"):
                result += text(runStart..<position)
                result.unicodeScalars.append(try escape())
                runStart = position
            case 0..<0x20:
                throw error(.controlCharacter)
            default:
                passPlainText()
            }
        }
        throw error(.unterminatedString, at: quote)
    }

    /// Passes the bytes of a string that stand for themselves.
    private mutating func passPlainText() {
        var end = position
        while end < bytes.count {
            let byte = bytes[end]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            end += 1
        }
        position = end
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let byte = peek else { throw error(.unexpectedEnd) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw error(.badEscape, at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let unit = try hexUnit(from: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let afterFirst = position
        if UTF16.isLeadSurrogate(unit), bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            position += 2
            let second = try hexUnit(from: afterFirst)
            if UTF16.isTrailSurrogate(second) {
                let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
                return Unicode.Scalar(value) ?? "\u{FFFD}"
            }
            position = afterFirst
        }
        guard loneSurrogates == .replaced else { throw error(.loneSurrogate, at: start) }
        return "\u{FFFD}"
    }

    private mutating func hexUnit(from start: Int) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek else { throw error(.unexpectedEnd) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error(.badEscape, at: start) }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    /// The text of a range that `checkUTF8` has seen.
    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
