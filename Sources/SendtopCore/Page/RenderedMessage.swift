/// A mail as the sandbox rendered it.
public struct RenderedMessage: Sendable, Hashable {
    /// The address.
    public var to: String
    public var subject: String
    /// Empty where the campaign has no such body.
    public var html: String
    /// Empty where the campaign has no such body.
    public var text: String

    public init(to: String, subject: String, html: String, text: String) {
        self.to = to
        self.subject = subject
        self.html = html
        self.text = text
    }
}

extension RenderedMessage {
    /// Reads one of the `messages` of the sandbox's `GET /sandbox/messages`.
    public init?(json: JSON) {
        guard let object = json.object, let to = object["to"]?.string, let subject = object["subject"]?.string else {
            return nil
        }
        self.init(
            to: to,
            subject: subject,
            html: object["html"]?.string ?? "",
            text: object["text"]?.string ?? ""
        )
    }
}
