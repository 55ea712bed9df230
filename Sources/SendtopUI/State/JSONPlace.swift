/// Where in a JSON text a cursor is, as far as the text before it says; the text may be wrong or unfinished.
struct JSONPlace: Sendable, Hashable {
    /// Places of the brackets that are open.
    private(set) var opened: [Int] = []
    /// Pairs of brackets that belong together, by the place of the closing one.
    private(set) var pairs: [Int: Int] = [:]
    /// The keys that the object at the root has so far.
    private(set) var keys: [String] = []
    /// The place after the quote that began the string in which the text ends, when it is a key of the root's.
    private(set) var openKey: Int?
    /// Whether the text ends inside of a string.
    private(set) var isInString = false

    /// Reads the beginning of a text.
    init(_ characters: some Collection<Character>) {
        var brackets: [Character] = []
        var string: [Character] = []
        var isEscaped = false
        var isKeyNext = false
        for (index, character) in characters.enumerated() {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    if openKey != nil { keys.append(String(string)) }
                    isInString = false
                    openKey = nil
                    continue
                }
                if openKey != nil { string.append(character) }
                continue
            }
            switch character {
            case "\"":
                isInString = true
                if isKeyNext, brackets == ["{"] { openKey = index + 1 }
                string = []
                isKeyNext = false
            case "{", "[":
                opened.append(index)
                brackets.append(character)
                isKeyNext = character == "{"
            case "}", "]":
                guard brackets.last == (character == "}" ? "{" : "["), let start = opened.popLast() else { continue }
                brackets.removeLast()
                pairs[index] = start
            case ",":
                isKeyNext = brackets.last == "{"
            default:
                break
            }
        }
    }

    /// The brackets at the cursor, or right before it, and where it belongs to.
    static func brackets(in field: TextField) -> [Int] {
        // A larger text is not worth the time for every key.
        guard field.characters.count <= 20_000 else { return [] }
        let pairs = JSONPlace(field.characters).pairs
        for place in [field.cursor, field.cursor - 1] {
            if let pair = pairs.first(where: { $0.key == place || $0.value == place }) {
                return [pair.key, pair.value]
            }
        }
        return []
    }
}
