extension Unicode.Scalar {
    /// Whether the character moves the cursor, reorders text, or is there without being seen.
    ///
    /// C0, DEL, C1, line and paragraph separators, bidirectional controls, zero-width and filler characters,
    /// tags and variation selectors. `iswprint` says that most of them are printable.
    public var isUnsafeOnTerminals: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
        case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
