/// Takes clusters off the front of a text, for `TextGate`.
///
/// Segments by its own rules instead of by grapheme clusters: terminals place cells by the widths of scalars, and a
/// cluster must look the same whether or not the terminal joins what stands in neighbouring cells.
struct ClusterReader {
    private let scalars: String.UnicodeScalarView
    private var position: String.UnicodeScalarView.Index
    private let repertoire: TextGate.Repertoire
    /// Cells that a single character left behind, last first.
    private var pending: [TextGate.Cluster] = []
    /// A letter to take before the rest of the text.
    private var queued: Unicode.Scalar?
    /// The most combining marks in a cell; terminals cut longer stacks at different heights.
    private static let markLimit = 2

    init(_ text: String, repertoire: TextGate.Repertoire) {
        scalars = text.unicodeScalars
        position = scalars.startIndex
        self.repertoire = repertoire
    }

    /// The next cluster, or `nil` at the end.
    mutating func next() -> TextGate.Cluster? {
        while true {
            if let cluster = pending.popLast() { return cluster }
            guard let scalar = take() else { return nil }
            if let cluster = cluster(from: scalar) { return cluster }
        }
    }

    /// The cluster that begins with a scalar; `nil` when its cells are pending.
    private mutating func cluster(from scalar: Unicode.Scalar) -> TextGate.Cluster? {
        switch scalar.cellKind {
        case .blank:
            if scalar == "\r", peek == "\n" { _ = take() }
            return TextGate.Cluster(text: " ", width: 1, isSubstitute: false)
        case .base(let width):
            return base(syllable(from: scalar), width: width)
        case .sign(let nasal, let vowel):
            queued = vowel
            return carrier(with: nasal)
        case .mark:
            return carrier(with: scalar)
        case .spacingMark:
            return substitute("\u{25CC}")
        case .letter(let letter):
            return substitute(letter)
        case .unsafe:
            show(scalar)
            return nil
        case .unknown:
            return substitute("\u{FFFD}")
        }
    }

    private mutating func base(_ scalar: Unicode.Scalar, width: Int) -> TextGate.Cluster {
        // Only what is not plain itself can change the cell of a plain character.
        if let plain = TextGate.plain(scalar), peek.map({ TextGate.plain($0) != nil }) ?? true { return plain }
        var text = String(scalar)
        if scalar.properties.isEmoji { skipEmojiParts(of: scalar) }
        takeMarks(onto: &text)
        if repertoire == .ascii, !scalar.isASCII { return substitute("?") }
        if repertoire == .ascii { text = String(scalar) }
        return TextGate.Cluster(text: text, width: width, isSubstitute: false)
    }

    /// Skips what would change an emoji's width: selectors, skin tones, the keycap and joined emoji.
    private mutating func skipEmojiParts(of base: Unicode.Scalar) {
        while let scalar = peek {
            switch scalar.value {
            case 0xFE0E, 0xFE0F:
                _ = take()
            case 0x20E3 where base.isASCII:
                _ = take()
            case 0x1F3FB...0x1F3FF where !base.isASCII:
                _ = take()
            case 0x200D where !base.isASCII:
                let before = position
                _ = take()
                guard let joined = peek, joined.properties.isEmoji, !joined.isASCII else {
                    position = before
                    return
                }
                _ = take()
            default:
                return
            }
        }
    }

    /// Takes what is drawn over the cell that was begun.
    private mutating func takeMarks(onto text: inout String, count: Int = 0) {
        var count = count
        while let scalar = peek {
            switch scalar.cellKind {
            case .mark:
                _ = take()
                // A virama would join this cell with the next one.
                if scalar.properties.canonicalCombiningClass == .virama { continue }
            case .spacingMark:
                _ = take()
                continue
            case .sign(let nasal, let vowel):
                _ = take()
                if count < ClusterReader.markLimit { text.unicodeScalars.append(nasal) }
                queued = vowel
                return
            default:
                return
            }
            if count < ClusterReader.markLimit { text.unicodeScalars.append(scalar) }
            count += 1
        }
    }

    /// A dotted circle that carries a mark which has no base.
    private mutating func carrier(with mark: Unicode.Scalar) -> TextGate.Cluster {
        var text = "\u{25CC}\(mark)"
        takeMarks(onto: &text, count: 1)
        return substitute(text)
    }

    private func substitute(_ text: String) -> TextGate.Cluster {
        let isShown = repertoire == .unicode || text.utf8.allSatisfy { $0 < 0x80 }
        return TextGate.Cluster(text: isShown ? text : "?", width: 1, isSubstitute: true)
    }

    /// Leaves the cells that show an unsafe character.
    private mutating func show(_ scalar: Unicode.Scalar) {
        let text = repertoire == .ascii ? scalar.asciiSubstitute : scalar.visibleSubstitute
        pending += text.reversed().map { TextGate.Cluster(text: String($0), width: 1, isSubstitute: true) }
    }

    /// The Hangul syllable that a leading consonant begins, when its parts follow; else the scalar itself.
    private mutating func syllable(from scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard 0x1100...0x1112 ~= scalar.value, let vowel = peek, 0x1161...0x1175 ~= vowel.value else { return scalar }
        _ = take()
        var value = 0xAC00 + ((scalar.value - 0x1100) * 21 + vowel.value - 0x1161) * 28
        if let trailing = peek, 0x11A8...0x11C2 ~= trailing.value {
            _ = take()
            value += trailing.value - 0x11A7
        }
        return Unicode.Scalar(value) ?? scalar
    }

    private var peek: Unicode.Scalar? {
        queued ?? (position < scalars.endIndex ? scalars[position] : nil)
    }

    private mutating func take() -> Unicode.Scalar? {
        if let scalar = queued {
            queued = nil
            return scalar
        }
        guard position < scalars.endIndex else { return nil }
        defer { position = scalars.index(after: position) }
        return scalars[position]
    }
}
