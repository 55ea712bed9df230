extension String {
    /// Whether it is a word of small letters, digits and hyphens, in whatever case.
    func isWord(_ word: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return utf8.count == expected.count && zip(utf8, expected).allSatisfy { $0 | 0x20 == $1 }
    }
}
