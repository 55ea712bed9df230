/// What was found broken when the owner opened a ledger, and where it was put.
public struct LedgerDamage: Sendable, Hashable {
    /// The ledger's file.
    public var path: String
    /// What is wrong, in SQLite's words.
    public var detail: String
    /// Where the damaged file is now, whole as it was found.
    public var aside: String
    /// Where the events that can still be read are saved; `nil` when none are lost, since only derived tables broke.
    public var sound: String?

    public init(path: String, detail: String, aside: String, sound: String?) {
        self.path = path
        self.detail = detail
        self.aside = aside
        self.sound = sound
    }
}

extension LedgerDamage: CustomStringConvertible {
    /// One sentence that says what, where and what becomes of it.
    public var description: String {
        if let sound {
            "The ledger \(path) was damaged (\(detail)); it was put aside as \(aside), what can be read of it goes to "
                + "\(sound), and a fresh ledger was begun."
        } else {
            "The derived tables of the ledger \(path) were damaged (\(detail)); they were put aside as \(aside), "
                + "and are made anew from the events, which are whole."
        }
    }
}
