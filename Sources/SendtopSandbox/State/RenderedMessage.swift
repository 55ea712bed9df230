/// A mail as the user would get it.
struct RenderedMessage: Sendable, Hashable {
    var recipient: String
    var subject: String
    var html: String
    var text: String
}
