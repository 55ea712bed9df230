import SendtopCore

extension Send {
    /// Whether a text of the send holds what moves the cursor, reorders text, or is there without being seen; blanks and
    /// line breaks do not count.
    var hidesText: Bool {
        [dispatchID, externalSendID, recipient, reason].contains { $0?.hidesText ?? false }
    }
}

extension String {
    fileprivate var hidesText: Bool {
        let isPlain = utf8.allSatisfy { 0x20...0x7E ~= $0 }
        return !isPlain && unicodeScalars.contains { $0.isUnsafeOnTerminals && !["\t", "\n", "\r"].contains($0) }
    }
}
