public import Foundation

extension URLComponents {
    /// Whether the port, where one is named, is one that there can be, from 1 to 65535; an empty one is that of the
    /// scheme.
    public var hasPossiblePort: Bool {
        guard let string, let range = rangeOfPort, !range.isEmpty else { return true }
        return UInt16(string[range]).map { $0 > 0 } ?? false
    }
}
