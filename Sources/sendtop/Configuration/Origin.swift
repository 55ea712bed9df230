/// Where an option's value came from.
enum Origin: Sendable, Hashable {
    case flag
    case environment
    case file
    case byDefault
}
