/// The bodies of a send's postbacks, by hash, to tell a duplicate from a new one.
///
/// Bounded, so that a flood of postbacks under one id cannot grow it: of more bodies than the limit, the least
/// hashes are remembered, which any order of arrival agrees on; duplicates of the others go unnoticed.
public struct Fingerprints: Sendable, Hashable {
    /// How many bodies are remembered at most.
    public static let limit = 64

    /// The hashes, sorted.
    public private(set) var hashes: [UInt64]

    public init(hashes: [UInt64] = []) {
        self.hashes = hashes.sorted()
    }

    /// Remembers a body's hash, and says whether it was new.
    mutating func insert(_ hash: UInt64) -> Bool {
        let index = hashes.firstIndex { $0 >= hash } ?? hashes.endIndex
        if index < hashes.endIndex, hashes[index] == hash { return false }
        hashes.insert(hash, at: index)
        if hashes.count > Fingerprints.limit { hashes.removeLast() }
        return true
    }

    /// FNV-1a over the bytes; the same on every machine and in every version, since it is stored.
    public static func hash(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return hash
    }
}
