extension Mask {
    /// A text with every e-mail address, and every word that gives the person away, masked.
    ///
    /// A name is found as a whole word, whatever the case of its ASCII letters: `user-1` is not found in `user-17`.
    public func text(_ text: String, of person: Person = .nobody) -> String {
        let bytes = Array(text.utf8)
        let addresses = AddressFinder.places(in: bytes)
        guard !addresses.isEmpty || !person.words.isEmpty else { return text }
        var result: [UInt8] = []
        var position = 0
        for place in addresses {
            append(bytes, position..<place.range.lowerBound, person, to: &result)
            let isPerson = person.words.contains { $0.bytes == place.address && $0.replacement == person.pseudonym }
            let name = isPerson ? person.pseudonym : nil
            result += (name ?? pseudonym(ofAddress: place.address)).utf8
            position = place.range.upperBound
        }
        append(bytes, position..<bytes.count, person, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends a part that has no address in it.
    private func append(_ bytes: [UInt8], _ range: Range<Int>, _ person: Person, to result: inout [UInt8]) {
        guard !person.words.isEmpty else {
            result += bytes[range]
            return
        }
        var index = range.lowerBound
        while index < range.upperBound {
            if let word = person.words.first(where: { isThere($0.bytes, at: index, in: bytes, range) }) {
                result += word.replacement.utf8
                index += word.bytes.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
    }

    private func isThere(_ word: [UInt8], at index: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let end = index + word.count
        guard let first = word.first, let last = word.last, end <= range.upperBound,
            AddressFinder.folded(bytes[index]) == first
        else { return false }
        if index > 0, AddressFinder.isWord(bytes[index - 1]), AddressFinder.isWord(first) { return false }
        if end < bytes.count, AddressFinder.isWord(bytes[end]), AddressFinder.isWord(last) { return false }
        return zip(word, bytes[index..<end]).allSatisfy { $0 == AddressFinder.folded($1) }
    }
}
