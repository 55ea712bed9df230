/// Why a text is no filter: everything that is wrong with it, in order.
public struct FilterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// At least one.
    public let mistakes: [FilterMistake]

    public init(mistakes: [FilterMistake]) {
        self.mistakes = mistakes
    }

    /// The first mistake, with its place.
    public var description: String {
        mistakes.first.map { "Column \($0.range.lowerBound + 1): \($0)" } ?? "The filter cannot be read."
    }
}
