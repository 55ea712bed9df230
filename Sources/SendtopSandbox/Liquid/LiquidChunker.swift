/// Cuts a template into text and the insides of `{{ }}` and `{% %}`.
struct LiquidChunker {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var chunks: [LiquidChunk] = []
    /// Whether blanks at the start of the next text are to go, because of a hyphen before it.
    private var trimsNext = false

    private init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    static func chunks(of scalars: [Unicode.Scalar]) throws(LiquidFault) -> [LiquidChunk] {
        var chunker = LiquidChunker(scalars)
        while chunker.position < scalars.count {
            switch chunker.opening {
            case .none: chunker.text()
            case .some(let kind): try chunker.markup(kind)
            }
        }
        return chunker.chunks
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    private var opening: LiquidChunk.Kind? {
        guard scalar(at: position) == "{" else { return nil }
        return switch scalar(at: position + 1) {
        case "{": .output
        case "%": .tag
        default: nil
        }
    }

    private mutating func text() {
        let start = position
        repeat { position += 1 } while position < scalars.count && opening == nil
        var range = start..<position
        if trimsNext { range = trimmedLeft(range) }
        trimsNext = false
        let trimsHere = opening != nil && scalar(at: position + 2) == "-"
        if trimsHere { range = trimmedRight(range) }
        guard !range.isEmpty else { return }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        chunks.append(LiquidChunk(kind: .text(String(text)), range: range, start: start))
    }

    private mutating func markup(_ kind: LiquidChunk.Kind) throws(LiquidFault) {
        let start = position
        let closing: Unicode.Scalar = kind == .output ? "}" : "%"
        position += scalar(at: position + 2) == "-" ? 3 : 2
        let inside = position
        while !(scalar(at: position) == closing && scalar(at: position + 1) == "}") {
            guard let next = scalar(at: position) else {
                throw LiquidFault(.unclosed(kind == .output ? "{{" : "{%"), at: start, in: scalars)
            }
            switch next {
            case "'", "\"": try skip(to: next, opening: String(next))
            case "$" where scalar(at: position + 1) == "{": try skip(to: "}", opening: "${")
            default: position += 1
            }
        }
        var end = position
        trimsNext = end > inside && scalar(at: end - 1) == "-"
        if trimsNext { end -= 1 }
        position += 2
        chunks.append(LiquidChunk(kind: kind, range: inside..<end, start: start))
    }

    /// Passes a string or `${…}`, in which braces end nothing.
    private mutating func skip(to closing: Unicode.Scalar, opening: String) throws(LiquidFault) {
        let start = position
        position += 1
        while let next = scalar(at: position), next != closing { position += 1 }
        guard position < scalars.count else { throw LiquidFault(.unclosed(opening), at: start, in: scalars) }
        position += 1
    }

    private func trimmedLeft(_ range: Range<Int>) -> Range<Int> {
        let start = range.first { !scalars[$0].properties.isWhitespace } ?? range.upperBound
        return start..<range.upperBound
    }

    private func trimmedRight(_ range: Range<Int>) -> Range<Int> {
        let end = range.last { !scalars[$0].properties.isWhitespace }.map { $0 + 1 } ?? range.lowerBound
        return range.lowerBound..<end
    }
}
