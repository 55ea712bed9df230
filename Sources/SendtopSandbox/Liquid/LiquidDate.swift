import SendtopCore

/// The `date` filter: a moment in UTC, written by a pattern of `strftime`.
enum LiquidDate {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// The moment by the pattern; what is no moment stays as it is.
    ///
    /// Taken are `now`, `today`, ISO 8601 with or without a time, and seconds since 1970.
    static func text(of value: JSON, format: String, now: Timestamp) -> JSON {
        guard !format.isEmpty, let moment = moment(of: value, now: now) else { return value }
        return .string(text(of: moment, format: format))
    }

    private static func moment(of value: JSON, now: Timestamp) -> Timestamp? {
        let text = value.liquidText
        if text == "now" || text == "today" { return now }
        if let seconds = Int64(text) {
            let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
            return overflow ? nil : Timestamp(milliseconds: milliseconds)
        }
        return Timestamp(iso8601: text) ?? Timestamp(iso8601: "\(text)T00:00:00Z")
    }

    private static func text(of moment: Timestamp, format: String) -> String {
        var result = ""
        var characters = format.makeIterator()
        while let character = characters.next() {
            guard character == "%" else {
                result.append(character)
                continue
            }
            guard let directive = characters.next() else { return result + "%" }
            if directive == "-", let bare = characters.next() {
                let padded = part(of: moment, bare) ?? "%-\(bare)"
                let cut = padded.drop { $0 == "0" || $0 == " " }
                result += cut.isEmpty ? "0" : String(cut)
            } else {
                result += part(of: moment, directive) ?? "%\(directive)"
            }
        }
        return result
    }

    private static func part(of moment: Timestamp, _ directive: Character) -> String? {
        // `2020-08-31` and `18:58:41.000`
        let day = moment.day.split(separator: "-").map(String.init)
        let clock = moment.clock.split { $0 == ":" || $0 == "." }.map(String.init)
        guard day.count == 3, clock.count == 4, let month = Int(day[1]), let hour = Int(clock[0]) else { return nil }
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        switch directive {
        case "Y": return day[0]
        case "y": return String(day[0].suffix(2))
        case "m": return day[1]
        case "d": return day[2]
        case "e": return day[2].hasPrefix("0") ? " " + day[2].dropFirst() : day[2]
        case "B": return months[month - 1]
        case "b", "h": return String(months[month - 1].prefix(3))
        case "A": return days[moment.weekday]
        case "a": return String(days[moment.weekday].prefix(3))
        case "u": return String(moment.weekday + 1)
        case "H": return clock[0]
        case "I": return twelve < 10 ? "0\(twelve)" : "\(twelve)"
        case "l": return twelve < 10 ? " \(twelve)" : "\(twelve)"
        case "M": return clock[1]
        case "S": return clock[2]
        case "L": return clock[3]
        case "p": return hour < 12 ? "AM" : "PM"
        case "P": return hour < 12 ? "am" : "pm"
        case "Z": return "UTC"
        case "z": return "+0000"
        case "s": return "\(moment.milliseconds / 1_000)"
        case "F": return moment.day
        case "T": return String(moment.clock.prefix(8))
        case "R": return String(moment.clock.prefix(5))
        case "D": return "\(day[1])/\(day[2])/\(day[0].suffix(2))"
        case "%": return "%"
        default: return nil
        }
    }
}
