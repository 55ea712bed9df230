/// What a scalar does to the cells of a terminal.
enum CellKind: Equatable {
    /// Takes a number of columns of its own: 1 or 2.
    case base(width: Int)
    /// Drawn over the base before it.
    case mark
    /// Drawn beside its base, in a column that terminals count or do not.
    case spacingMark
    /// A Thai or Lao vowel that is a mark on its base and a letter behind it.
    case sign(mark: Unicode.Scalar, letter: Unicode.Scalar)
    /// One half of a flag, by its letter.
    case letter(String)
    /// White space of any kind, one column.
    case blank
    /// Moves the cursor, reorders, or is not seen.
    case unsafe
    /// Not assigned, private, or of a width that terminals disagree about.
    case unknown
}

extension Unicode.Scalar {
    /// What the scalar does to the cells of a terminal.
    ///
    /// Widths are those of Unicode 14 (East Asian Width), the version of the oldest system library in wide use;
    /// compared with its `wcwidth` for every assigned character.
    var cellKind: CellKind {
        switch value {
        // Lines and blocks, which charts and borders are drawn with, are as plain as letters.
        case 0x20...0x7E, 0x2500...0x259F: return .base(width: 1)
        case 0x09, 0x0A, 0x0D, 0xA0: return .blank
        case 0x0E33: return .sign(mark: "\u{0E4D}", letter: "\u{0E32}")
        case 0x0EB3: return .sign(mark: "\u{0ECD}", letter: "\u{0EB2}")
        case 0x1F1E6...0x1F1FF: return Unicode.Scalar(value - 0x1F1E6 + 0x41).map { .letter(String($0)) } ?? .unknown
        default: break
        }
        if isUnsafeOnTerminals { return .unsafe }
        if isOfUnstableWidth { return .unknown }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return isOfKnownAge ? .mark : .unknown
        case .spacingMark: return isOfKnownAge ? .spacingMark : .unknown
        case .control, .format, .lineSeparator, .paragraphSeparator: return .unsafe
        case .spaceSeparator: return value == 0x3000 ? .base(width: 2) : .blank
        case .privateUse, .surrogate, .unassigned: return .unknown
        default: return isOfKnownAge ? .base(width: isWide ? 2 : 1) : .unknown
        }
    }

    private var isOfKnownAge: Bool {
        guard let age = properties.age else { return false }
        return age.major <= 14
    }

    /// Widths that changed between versions, characters that join their neighbours, and lone parts of syllables.
    private var isOfUnstableWidth: Bool {
        switch value {
        case 0x1161...0x11FF, 0xD7B0...0xD7FB: true
        case 0x3248...0x324F, 0x4DC0...0x4DFF, 0x1D300...0x1D376: true
        case 0x1F3FB...0x1F3FF, 0xFFFC, 0xFFFD: true
        case 0x0D4E, 0x111C2...0x111C3, 0x1193F, 0x11941, 0x11A3A, 0x11A84...0x11A89, 0x11D46: true
        default: false
        }
    }

    private var isWide: Bool {
        if value < 0x1100 { return false }
        var low = 0
        var high = Unicode.Scalar.wideRanges.count
        while low < high {
            let middle = (low + high) / 2
            let range = Unicode.Scalar.wideRanges[middle]
            if range.contains(value) { return true }
            if value < range.lowerBound { high = middle } else { low = middle + 1 }
        }
        return false
    }

    /// East Asian Wide and Fullwidth; gaps that hold nothing assigned are closed.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
        0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
        0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
        0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
        0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
        0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
        0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
        0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
        0xAC00...0xFAD9, 0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB,
        0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
        0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
        0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
        0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
        0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
        0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A,
        0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAF6, 0x20000...0x3134A,
    ]
}
