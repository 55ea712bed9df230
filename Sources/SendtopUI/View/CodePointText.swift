import SendtopCore

/// The characters of a send's texts that are not what they seem, by name and place.
enum CodePointText {
    /// Characters that are listed at most.
    private static let limit = 500

    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        guard let timeline = state.shownTimeline else { return [] }
        let text = Paragraphs(width: width, glyphs: state.settings.glyphs)
        var lines: [[Run]] = []
        var count = 0
        for event in timeline.events {
            for (place, value) in texts(of: event) where count < limit {
                let odd = value.unicodeScalars.enumerated().filter {
                    !$0.element.isASCII || $0.element.isUnsafeOnTerminals
                }
                guard !odd.isEmpty else { continue }
                if !lines.isEmpty { lines.append([]) }
                lines += text.lines("event \(event.seq), \(place)", role: .title) + text.lines(value, role: .dim)
                for (index, scalar) in odd.prefix(limit - count) { lines.append(line(scalar, at: index + 1)) }
                count += odd.count
            }
        }
        guard !lines.isEmpty else {
            return text.lines("Every character of this send's texts is plain ASCII.", role: .dim)
        }
        return count <= limit
            ? lines : lines + [[]] + text.lines("There are more; these are the first \(limit).", role: .dim)
    }

    private static func line(_ scalar: Unicode.Scalar, at place: Int) -> [Run] {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        let name =
            scalar.properties.nameAlias ?? scalar.properties.name
            ?? (scalar.properties.generalCategory == .control ? "a control character" : "without a name")
        let isUnsafe = scalar.isUnsafeOnTerminals
        let remark = isUnsafe ? "  hides, moves or reorders text" : ""
        return [
            Run("   at \(place)".padded(to: 10), .dim), Run(code.padded(to: 9), isUnsafe ? .warning : .text),
            Run(name, isUnsafe ? .warning : .text), Run(remark, .warning),
        ]
    }

    /// The texts of an event with where they stand: headers, and every name and value of the body.
    private static func texts(of event: Event) -> [(place: String, text: String)] {
        var texts = event.headers.map { (place: "header \($0.name)", text: $0.value) }
        if let body = try? JSON(mending: event.body) {
            collect(body, at: "", into: &texts)
        } else {
            texts.append((place: "body", text: String(decoding: event.body, as: UTF8.self)))
        }
        return texts
    }

    private static func collect(_ json: JSON, at path: String, into texts: inout [(place: String, text: String)]) {
        if let string = json.string { texts.append((path.isEmpty ? "body" : path, string)) }
        for member in json.object?.members ?? [] {
            let place = path.isEmpty ? member.key : "\(path).\(member.key)"
            texts.append((place: "the name \(place)", text: member.key))
            collect(member.value, at: place, into: &texts)
        }
        for (index, element) in (json.array ?? []).enumerated() {
            collect(element, at: "\(path)[\(index)]", into: &texts)
        }
    }
}
