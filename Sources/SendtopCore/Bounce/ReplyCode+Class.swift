extension ReplyCode {
    /// The class that a code means most often, where nothing else says anything.
    var likelyClass: BounceClass? {
        switch value {
        case 452, 552: .full
        case 400..<500: .system
        case 500...504, 555: .protocol
        case 530, 534, 535, 538: .auth
        case 551: .moved
        case 521, 541, 553, 571: .policy
        case 556: .noDomain
        default: nil
        }
    }
}
