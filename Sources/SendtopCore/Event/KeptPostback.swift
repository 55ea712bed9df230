/// What a postback's body says, kept from when it was read, so that nobody need read it again.
///
/// The body itself says the same: it never makes a difference between two events.
struct KeptPostback: Sendable, Hashable {
    private final class Box: Sendable {
        let postback: Postback

        init(_ postback: Postback) {
            self.postback = postback
        }
    }

    private var box: Box?

    init(_ postback: Postback? = nil) {
        box = postback.map(Box.init)
    }

    var postback: Postback? {
        box?.postback
    }

    static func == (left: KeptPostback, right: KeptPostback) -> Bool {
        true
    }

    func hash(into hasher: inout Hasher) {}
}
