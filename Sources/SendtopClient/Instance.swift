/// An instance of the service, by the name that its dashboard shows.
///
/// Source: the service's public list of REST endpoints.
public enum Instance: String, Sendable, Hashable, CaseIterable {
    case us01 = "us-01"
    case us02 = "us-02"
    case us03 = "us-03"
    case us04 = "us-04"
    case us05 = "us-05"
    case us06 = "us-06"
    case us07 = "us-07"
    case us08 = "us-08"
    case us10 = "us-10"
    case eu01 = "eu-01"
    case eu02 = "eu-02"
    case au01 = "au-01"
    case id01 = "id-01"
    case jp01 = "jp-01"
    case kr01 = "kr-01"

    /// The URL that its REST API lives under.
    public var baseURL: String {
        let number = rawValue.suffix(2)
        return switch self {
        case .us01, .us02, .us03, .us04, .us05, .us06, .us07, .us08, .us10: "https://rest.iad-\(number).braze.com"
        case .eu01, .eu02: "https://rest.fra-\(number).braze.eu"
        case .au01, .id01, .jp01, .kr01: "https://rest.\(rawValue).braze.com"
        }
    }
}
