extension EnhancedCode {
    /// The class of codes about the sender, which decide before a text that often reads as if about the recipient.
    var senderClass: BounceClass? {
        switch (subject, detail) {
        case (1, 7), (1, 8): .policy
        case (7, 20...27), (7, 29...30), (7, 509), (7, 515): .auth
        default: nil
        }
    }

    /// The class of codes that mean one thing wherever they are used.
    var definiteClass: BounceClass? {
        switch (subject, detail) {
        case (1, 1), (1, 3): .noUser
        case (1, 2), (1, 10): .noDomain
        case (1, 6): .moved
        case (1, 9): .protocol
        case (2, 1): .disabled
        case (2, 2): .full
        case (2, 3): .tooBig
        case (3, 1): .full
        case (3, 4): .tooBig
        case (4, 4): statusClass == 5 ? .noDomain : .network
        case (4, 2), (4, 3), (4, 6): .network
        case (4, 5): .rate
        case (4, 7): .expired
        case (5, 1), (5, 2), (5, 4), (5, 5): .protocol
        case (5, 3): .rate
        case (6, _): .protocol
        case (7, 8), (7, 9): .auth
        case (7, 13): .disabled
        case (7, 17): .moved
        case (7, 18): .noDomain
        case (7, 28), (7, 508): .rate
        case (7, 511), (7, 606...649): .blocklist
        default: nil
        }
    }

    /// The class that a code means most often, where nothing else says anything.
    var likelyClass: BounceClass? {
        switch (statusClass, subject) {
        case (_, 1): .noUser
        case (4, 2), (4, 3): .system
        case (5, 2): .disabled
        case (_, 3): .system
        case (_, 4): .network
        case (_, 5): .protocol
        case (4, 7): .greylist
        case (_, 7): .policy
        case (4, 0): .system
        default: nil
        }
    }
}
