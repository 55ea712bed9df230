/// Whether a terminal can be told colours of 24 bits.
enum DirectColor {
    /// The environment says so, and nothing in between is too old to pass them on.
    ///
    /// Multiplexers keep `COLORTERM` of the terminal that they were started in. GNU screen before version 5 garbles
    /// such colours; tmux tells its version from 3.2 on, and knows them since 2.2.
    static func isWanted(environment: [String: String]) -> Bool {
        guard ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased()) else { return false }
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        if isSet("STY") { return false }
        guard isSet("TMUX") else { return environment["TERM"]?.hasPrefix("screen") != true }
        guard environment["TERM_PROGRAM"] == "tmux" else { return false }
        // Such as `3.3a`; `next-3.5` and `master` are newer.
        let version = environment["TERM_PROGRAM_VERSION"] ?? ""
        let parts = version.split(separator: ".").map { Int($0.prefix { $0.isWholeNumber }) ?? 0 }
        guard let major = parts.first, version.first?.isWholeNumber == true else { return !version.isEmpty }
        return (major, parts.dropFirst().first ?? 0) >= (3, 2)
    }

    /// Colours 0 to 15 are the terminal's own palette; any other is `0xRRGGBB`. With semicolons, which more terminals
    /// understand than colons.
    ///
    /// - Parameter digit: 3 for the foreground, 4 for the background.
    static func capability(_ digit: Int) -> String {
        let bright = digit == 3 ? "9" : "10"
        let channels = "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
        return "\u{1B}[%?%p1%{8}%<%t\(digit)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e\(digit)8;2;\(channels)%;m"
    }
}
