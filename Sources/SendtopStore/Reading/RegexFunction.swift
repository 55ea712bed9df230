import GRDB
import SendtopCore
import Synchronization

/// The database function with which a query matches regular expressions.
///
/// It takes an expression and any number of texts, and says whether one of them matches. The expressions are those of
/// `SafeRegex`, whose time is bounded, and SQLite stops between two rows when it is told to.
enum RegexFunction {
    static let name = "sendtop_matches"

    /// The expressions that were read last; a query has few.
    private static let cache = Mutex<[String: SafeRegex]>([:])
    private static let cacheLimit = 64

    static let function = DatabaseFunction(name, pure: true) { values in
        guard let first = values.first, let pattern = String.fromDatabaseValue(first), let regex = regex(pattern)
        else { return false }
        return values.dropFirst().contains { value in
            guard case .string(let text) = value.storage else { return false }
            return regex.matches(text)
        }
    }

    private static func regex(_ pattern: String) -> SafeRegex? {
        cache.withLock { cache in
            if let known = cache[pattern] { return known }
            guard let regex = try? SafeRegex(pattern) else { return nil }
            if cache.count >= cacheLimit { cache = [:] }
            cache[pattern] = regex
            return regex
        }
    }
}
