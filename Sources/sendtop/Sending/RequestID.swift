import Foundation

/// Our own names for requests.
enum RequestID {
    /// A new name, unlike any other.
    static func make() -> String {
        UUID().uuidString.lowercased()
    }
}
