extension String {
    /// Whether the text sorts before another by its UTF-8 bytes.
    ///
    /// `<` takes texts that differ only in normalization for equal, so that a choice by it would depend on which
    /// came first; the store compares bytes.
    func precedes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
