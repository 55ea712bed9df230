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
        if index == hashes.endIndex {
            hashes.append(hash)
        } else {
            hashes.insert(hash, at: index)
        }
        if hashes.count > Fingerprints.limit { hashes.removeLast() }
        return true
    }

    /// A hash of the bytes, the same on every machine and in every version, since it is stored.
    ///
    /// Eight bytes at a time, each mixed in as FNV-1a mixes one, and the high half of the product into the low one,
    /// which a product alone never changes.
    public static func hash(_ bytes: [UInt8]) -> UInt64 {
        var hash = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
        func mix(_ value: UInt64) {
            hash = (hash ^ value) &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash >> 32
        }
        bytes.withUnsafeBytes { bytes in
            let whole = bytes.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            for byte in bytes[whole...] { mix(UInt64(byte)) }
        }
        return hash
    }
}
