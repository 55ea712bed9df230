import Foundation

/// An HTTP answer.
struct RawAnswer {
    var status: Int
    /// Names in lower case.
    var headers: [String: String]
    var body: String

    /// Takes the first whole answer off a text.
    static func split(_ text: String, hasBody: Bool) -> (RawAnswer, rest: String)? {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let headers = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (line[..<colon].lowercased(), value)
        }
        var answer = RawAnswer(status: status, headers: Dictionary(headers) { $1 }, body: "")
        let rest = Array(text[end.upperBound...].utf8)
        let length = hasBody ? answer.headers["content-length"].flatMap { Int($0) } ?? 0 : 0
        guard rest.count >= length else { return nil }
        answer.body = String(decoding: rest.prefix(length), as: UTF8.self)
        return (answer, String(decoding: rest.dropFirst(length), as: UTF8.self))
    }
}
