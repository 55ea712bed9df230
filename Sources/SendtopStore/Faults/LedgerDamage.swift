/// What was found broken when the owner opened a ledger, and where it was put.
public struct LedgerDamage: Sendable, Hashable {
    /// The ledger's file.
    public var path: String
    /// What is wrong, in SQLite's words or in numbers.
    public var detail: String
    /// Where the damaged file is now, whole as it was found.
    public var aside: String
    /// Where the events that can still be read are saved; `nil` when none are lost, since only derived tables broke.
    public var sound: String?
    /// What brought it about.
    public var cause: Cause

    /// What can bring damage about.
    public enum Cause: Sendable, Hashable {
        /// A file is not as it was written.
        case broken
        /// The events are not those of which the derived tables tell, such as after their file was lost.
        case otherEvents
        /// The last events that the derived tables show are gone, such as with a lost log.
        case missingEvents
    }

    public init(path: String, detail: String, aside: String, sound: String?, cause: Cause = .broken) {
        self.path = path
        self.detail = detail
        self.aside = aside
        self.sound = sound
        self.cause = cause
    }
}

extension LedgerDamage: CustomStringConvertible {
    /// One sentence that says what, where and what becomes of it.
    public var description: String {
        switch cause {
        case .broken:
            if let sound {
                "The ledger \(path) was damaged (\(detail)); it was put aside as \(aside), what can be read of it goes to "
                    + "\(sound), and a fresh ledger was begun."
            } else {
                "The derived tables of the ledger \(path) were damaged (\(detail)); they were put aside as \(aside), "
                    + "and are made anew from the events, which are whole."
            }
        case .otherEvents:
            "The ledger \(path) has lost the events of its derived tables (\(detail)); the tables were put aside as "
                + "\(aside), where sqlite3 can read them, and fresh ones were begun. Where there is a backup of the events, "
                + "stop sendtop and put both back."
        case .missingEvents:
            "Of the ledger \(path), \(detail); the derived tables, which still show what is missing, were put aside as "
                + "\(aside), where sqlite3 can read them, and are made anew from the events that are left."
        }
    }
}
