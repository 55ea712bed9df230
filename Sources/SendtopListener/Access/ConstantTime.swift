/// Compares secrets so that the time it takes depends on what was offered alone.
enum ConstantTime {
    /// Whether one of the secrets is what was offered; all of them are looked at.
    static func contains(_ secrets: [[UInt8]], _ offered: [UInt8]) -> Bool {
        var found: UInt8 = 0
        for secret in secrets { found |= equal(secret, offered) }
        return found == 1
    }

    /// 1 when both are the same, else 0, without a branch on any byte of the secret.
    private static func equal(_ secret: [UInt8], _ offered: [UInt8]) -> UInt8 {
        guard !secret.isEmpty else { return 0 }
        var difference = UInt64(bitPattern: Int64(secret.count ^ offered.count))
        var place = 0
        for byte in offered {
            difference |= UInt64(byte ^ secret[place])
            place += 1
            place = place == secret.count ? 0 : place
        }
        return difference == 0 ? 1 : 0
    }
}
