import SendtopCore

extension Send {
    /// Whether a text of the send holds what moves the cursor, reorders text, or is there without being seen; blanks,
    /// line breaks and the parts of emoji do not count.
    var hidesText: Bool {
        [dispatchID, externalSendID, recipient, reason, status.rawValue].contains { $0?.hidesText ?? false }
    }
}

extension String {
    fileprivate var hidesText: Bool {
        let isPlain = utf8.allSatisfy { 0x20...0x7E ~= $0 }
        return !isPlain && TextGate.clusters(self).contains { $0.isSubstitute && $0.standsForUnseen }
    }
}

extension TextGate.Cluster {
    /// Whether the cluster is a control picture, or the quote before a character's name.
    fileprivate var standsForUnseen: Bool {
        text == "‹" || text.unicodeScalars.contains { 0x2400...0x2424 ~= $0.value }
    }
}
