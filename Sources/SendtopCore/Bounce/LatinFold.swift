/// Latin letters without their accents.
enum LatinFold {
    /// The base letters of U+00C0 to U+017F, in order; a blank where there is none.
    private static let letters = Array(
        ("aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn"
            + "oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8
    )

    /// The base letter in lower case; `nil` for what is no accented Latin letter.
    static func letter(for scalar: Unicode.Scalar) -> UInt8? {
        guard 0xC0...0x17F ~= scalar.value else { return nil }
        let letter = letters[Int(scalar.value - 0xC0)]
        return letter == 0x20 ? nil : letter
    }
}
