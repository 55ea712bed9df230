/// Which rows of the table are in view, and which one the keyboard acts on.
enum Viewport: Sendable, Hashable {
    /// The newest rows, as they come; the keyboard acts on the first.
    case following
    /// The rows from a send on, whatever comes above; both are sends by their row's `id`.
    ///
    /// An `id` whose row is not there stands for the next older one.
    case held(top: Int64, cursor: Int64)

    var isFollowing: Bool {
        self == .following
    }
}
