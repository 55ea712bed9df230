/// Finds a secret, whole or in part, in text that may have escaped it.
struct SecretMask {
    /// Bytes of the secret that give it away.
    private static let windowLength = 8

    private let length: Int
    /// All runs of `length` bytes that the secret has, each packed into one number.
    private let windows: Set<UInt64>

    init(_ secret: String) {
        let whole = secret.utf8.map(SecretMask.folded)
        length = min(SecretMask.windowLength, whole.count)
        var windows: Set<UInt64> = []
        var window: UInt64 = 0
        for (index, byte) in whole.enumerated() {
            window = SecretMask.slide(window, byte, length)
            if index + 1 >= length { windows.insert(window) }
        }
        self.windows = windows
    }

    func masked(_ text: String) -> String {
        guard length > 0 else { return text }
        let bytes = Array(text.utf8)
        var isSecret = Array(repeating: false, count: bytes.count)
        var found = mark(bytes, in: &isSecret)
        let escapes = "%\\&".utf8
        if bytes.contains(where: escapes.contains), mark(EscapedByte.all(of: bytes), in: &isSecret) { found = true }
        guard found else { return text }
        var result: [UInt8] = []
        for index in bytes.indices {
            if !isSecret[index] {
                result.append(bytes[index])
            } else if index == 0 || !isSecret[index - 1] {
                result += Secret.redacted.utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func mark(_ bytes: [UInt8], in isSecret: inout [Bool]) -> Bool {
        var found = false
        var window: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            window = SecretMask.slide(window, SecretMask.folded(byte), length)
            guard index + 1 >= length, windows.contains(window) else { continue }
            found = true
            for position in index + 1 - length...index { isSecret[position] = true }
        }
        return found
    }

    private func mark(_ units: [EscapedByte], in isSecret: inout [Bool]) -> Bool {
        var found = false
        var window: UInt64 = 0
        for (index, unit) in units.enumerated() {
            window = SecretMask.slide(window, SecretMask.folded(unit.value), length)
            guard index + 1 >= length, windows.contains(window) else { continue }
            found = true
            for position in units[index + 1 - length].range.lowerBound..<unit.range.upperBound {
                isSecret[position] = true
            }
        }
        return found
    }

    private static func slide(_ window: UInt64, _ byte: UInt8, _ length: Int) -> UInt64 {
        let mask: UInt64 = length >= 8 ? .max : 1 << (UInt64(length) * 8) - 1
        return (window << 8 | UInt64(byte)) & mask
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
