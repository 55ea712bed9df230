extension JSONReader {
    /// Reads one JSON text of somebody else's, in whose strings some bytes may be no UTF-8: U+FFFD stands for those.
    ///
    /// The elements' ranges are those of the bytes as they came.
    ///
    /// - Throws: `JSONError` with the place of the first fault in the bytes as they came.
    public static func mending(_ bytes: [UInt8]) throws(JSONError) -> Document {
        do {
            return try document(bytes)
        } catch {
            guard error.problem == .notUTF8, let repaired = mended(bytes) else { throw error }
            return repaired
        }
    }

    private static func mended(_ bytes: [UInt8]) -> Document? {
        // What the text says is in one copy; places are in another one, which is as long as the bytes that came.
        var text: [UInt8] = []
        var places: [UInt8] = []
        text.reserveCapacity(bytes.count)
        places.reserveCapacity(bytes.count)
        var parser = UTF8.ForwardParser()
        var source = bytes.makeIterator()
        parsing: while true {
            switch parser.parseScalar(from: &source) {
            case .valid(let scalar):
                text.append(contentsOf: scalar)
                places.append(contentsOf: scalar)
            case .error(let length):
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                places.append(contentsOf: repeatElement(UInt8(ascii: "?"), count: length))
            case .emptyInput: break parsing
            }
        }
        guard let read = try? document(text), let placed = try? document(places) else { return nil }
        return Document(value: read.value, elements: placed.elements)
    }
}
