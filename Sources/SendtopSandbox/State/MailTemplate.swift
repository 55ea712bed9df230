import SendtopCore

/// The three texts of a campaign, read and ready to be filled in.
struct MailTemplate: Sendable, Hashable {
    private let subject: LiquidTemplate
    private let html: LiquidTemplate
    private let text: LiquidTemplate

    /// Reads a campaign's texts.
    ///
    /// - Throws: `LiquidFault` at the first fault.
    init(_ campaign: SandboxConfiguration.Campaign) throws(LiquidFault) {
        subject = try LiquidTemplate(campaign.subject)
        html = try LiquidTemplate(campaign.html)
        text = try LiquidTemplate(campaign.text)
    }

    /// Makes the mail.
    ///
    /// - Throws: `LiquidStop` when one of the texts aborts it, or does too much.
    func message(to recipient: String, _ scope: LiquidScope) throws(LiquidStop) -> RenderedMessage {
        RenderedMessage(
            recipient: recipient,
            subject: MailTemplate.onOneLine(try subject.render(scope)),
            html: try html.render(scope),
            text: try text.render(scope)
        )
    }

    /// A header holds no line breaks, whatever the values that were filled in hold.
    private static func onOneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
