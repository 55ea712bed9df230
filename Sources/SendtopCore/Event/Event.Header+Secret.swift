extension Event.Header {
    /// Whether the header holds a secret; such are never stored.
    public var isSecret: Bool {
        switch name.utf8.count {
        case 6: name.lowercased() == "cookie"
        case 13: name.lowercased() == "authorization"
        case 19: name.lowercased() == "proxy-authorization"
        default: false
        }
    }
}
