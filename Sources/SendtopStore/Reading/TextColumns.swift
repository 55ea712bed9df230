import SendtopCore

/// The texts of a send that may name its person, as SQL: as they are, or as a masked screen shows them.
///
/// What is masked is looked for, and put in order, by what is shown alone: otherwise one could find out by guessing who
/// stands behind a pseudonym.
struct TextColumns: Sendable, Hashable {
    let recipient: String
    let externalSendID: String
    /// The reason that is shown, as `Send.reason`.
    let reason: String
    let isMasked: Bool

    static let plain = TextColumns(
        recipient: "recipient",
        externalSendID: "external_send_id",
        reason: FilterSQL.reason,
        isMasked: false
    )

    static let masked = TextColumns(
        recipient: "\(MaskFunctions.pseudonym)(recipient)",
        externalSendID: maskedExternalSendID,
        reason: maskedReason,
        isMasked: true
    )

    /// As a screen with the mask shows them, or one without any.
    static func shown(through mask: Mask?) -> TextColumns {
        mask == nil ? .plain : .masked
    }

    /// The texts that a word or an expression is looked for in: pseudonyms only for what can be a part of one.
    func searched(for text: String) -> [String] {
        let all = ["dispatch_id", externalSendID, recipient, "class", "code", reason]
        return isMasked && !text.contains(Mask.mark) ? all.filter { $0 != recipient } : all
    }

    /// The function is called only for what may hold a name or an address; see `AddressFinder` for its signs.
    private static var maskedExternalSendID: String {
        let column = "external_send_id"
        let signs = ["@", "40", "64", "\u{FF20}"].map { "instr(\(column), '\($0)') = 0" }.joined(separator: " AND ")
        return """
            CASE WHEN recipient IS NULL AND \(signs) THEN \(column) \
            ELSE \(MaskFunctions.text)(\(column), recipient) END
            """
    }

    /// The function is called only for the few sends that have a reason.
    private static var maskedReason: String {
        let statuses = [SendStatus.bounced, .aborted, .rejected, .failed, .taken].map { "\(StatusCode.code(of: $0))" }
        return """
            CASE WHEN status IN (\(statuses.joined(separator: ", "))) \
            THEN \(MaskFunctions.text)(\(FilterSQL.reason), recipient) END
            """
    }
}
