extension JSON {
    /// Which characters leave as escapes.
    public enum Escaping: Sendable {
        /// Only what RFC 8259 demands; for a server.
        case minimal
        /// Also DEL, C1, line separators, bidirectional and invisible characters; for anything that may reach a
        /// terminal.
        case terminalSafe
    }

    /// Reads one JSON text.
    ///
    /// - Throws: `JSONError` with the place of the first fault.
    public init(text: String, loneSurrogates: JSONReader.LoneSurrogates = .replaced) throws(JSONError) {
        self = try JSONReader.document(Array(text.utf8), loneSurrogates: loneSurrogates).value
    }

    /// Reads one JSON text in UTF-8.
    ///
    /// - Throws: `JSONError` with the place of the first fault.
    public init(bytes: [UInt8]) throws(JSONError) {
        self = try JSONReader.document(bytes).value
    }

    /// Reads one JSON text of somebody else's; U+FFFD stands for what is no UTF-8 in its strings.
    ///
    /// - Throws: `JSONError` with the place of the first fault.
    public init(mending bytes: [UInt8]) throws(JSONError) {
        self = try JSONReader.mending(bytes).value
    }

    /// The value on one line, without blanks.
    public func text(escaping: Escaping = .minimal) -> String {
        var writer = JSONWriter(escaping: escaping, indent: nil)
        writer.write(self)
        return writer.text
    }

    /// The value over several lines, two blanks a level.
    public func prettyText(escaping: Escaping = .terminalSafe) -> String {
        var writer = JSONWriter(escaping: escaping, indent: 2)
        writer.write(self)
        return writer.text
    }
}
