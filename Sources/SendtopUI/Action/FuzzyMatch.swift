/// How well a few typed letters fit a name.
///
/// The whole name goes before its beginning, that before the beginnings of its words, these before any other part of
/// it, and that before letters that merely come in the same order; of equally good ones the tighter and the shorter
/// fit goes first.
struct FuzzyMatch: Sendable, Hashable, Comparable {
    /// The kinds of a fit, the best first.
    enum Kind: Int, Sendable, Hashable {
        case whole
        case beginning
        case words
        case part
        case sequence
    }

    var kind: Kind
    /// Letters between those that fit.
    var gap: Int
    /// Letters of the name.
    var length: Int

    static func < (left: FuzzyMatch, right: FuzzyMatch) -> Bool {
        (left.kind.rawValue, left.gap, left.length) < (right.kind.rawValue, right.gap, right.length)
    }

    /// `nil` when the letters do not come in the name in that order. Case counts for nothing, and a blank for `-`.
    init?(_ typed: String, in name: String) {
        let typed = FuzzyMatch.letters(typed)
        let name = FuzzyMatch.letters(name)
        length = name.count
        gap = 0
        guard !typed.isEmpty else {
            // All names fit nothing typed, in their own order.
            (kind, length) = (.beginning, 0)
            return
        }
        if name.starts(with: typed) {
            kind = typed.count == name.count ? .whole : .beginning
        } else if FuzzyMatch.fitsWords(typed, name) {
            kind = .words
        } else if let place = name.indices.first(where: { name[$0...].starts(with: typed) }) {
            kind = .part
            gap = place
        } else if let spread = FuzzyMatch.spread(of: typed, in: name) {
            kind = .sequence
            gap = spread - typed.count
        } else {
            return nil
        }
    }

    private static func letters(_ text: String) -> [Character] {
        text.lowercased().prefix(64).map { $0.isWhitespace || $0 == "_" ? "-" : $0 }
    }

    /// Whether the letters are beginnings of words, one after the other: `sv` and `save v` of `save-view`.
    private static func fitsWords(_ typed: [Character], _ name: [Character]) -> Bool {
        let starts = name.indices.filter { $0 == 0 || name[$0 - 1] == "-" }
        // Where the next letter may be: behind the last one, or at the beginning of a later word.
        var places = Set(starts)
        for letter in typed {
            guard let first = places.min() else { return false }
            let later = starts.filter { $0 >= first }
            if letter == "-" {
                places = Set(later.filter { $0 > first })
            } else {
                let fitting = places.union(later).filter { name.indices.contains($0) && name[$0] == letter }
                places = Set(fitting.map { $0 + 1 })
            }
        }
        return !places.isEmpty
    }

    /// The shortest stretch of the name that holds the letters in their order.
    private static func spread(of typed: [Character], in name: [Character]) -> Int? {
        var best: Int?
        for start in name.indices where name[start] == typed[0] {
            var rest = typed[...]
            var end = start
            while let letter = rest.first, let place = name[end...].firstIndex(of: letter) {
                rest = rest.dropFirst()
                end = place + 1
            }
            guard rest.isEmpty else { break }
            best = min(best ?? .max, end - start)
        }
        return best
    }
}
