import Yams

extension ConfigurationFault {
    /// What the parser has against a file's text; nothing of the text itself is repeated, since it may hold secrets.
    init(yaml error: any Error, text: String, file: String) {
        var line = 1
        var column = 1
        let reason: String
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (line, column) = (mark.line, mark.column)
            reason = problem
        case .duplicatedKeysInMapping(let duplicates, let context):
            (line, column) = (context.mark.line, context.mark.column)
            reason = "there is more than one \(duplicates.map { "\"\($0)\"" }.joined(separator: " and ")) in this map"
        case .reader(let problem, let offset, _, _):
            (line, column) = ConfigurationFault.place(ofByte: offset ?? 0, in: text)
            reason = problem
        default:
            reason = "the parser failed"
        }
        // The parser's own word for that ends in the name of a function.
        let isDeep = reason.hasPrefix("Maximum nesting level")
        let problem = Problem.notYAML(isDeep ? "values stand too deep in each other" : reason)
        self.init(place: .file(file, line: max(1, line), column: max(1, column)), problem: problem)
    }

    private static func place(ofByte offset: Int, in text: String) -> (line: Int, column: Int) {
        let before = text.utf8.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map(before.index(after:)) ?? before.startIndex
        return (line, before.distance(from: start, to: before.endIndex) + 1)
    }
}
