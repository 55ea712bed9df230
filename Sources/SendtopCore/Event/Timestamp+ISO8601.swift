extension Timestamp {
    /// Reads an ISO 8601 date and time with a zone, such as `2020-08-31T18:58:41.000+00:00`.
    ///
    /// A blank may stand for the `T`; the fraction may be absent or longer than a millisecond, which is cut;
    /// the zone is `Z`, `+hh:mm` or `+hhmm`, and UTC when absent. Anything else gives `nil`.
    public init?(iso8601 text: String) {
        var text = text
        guard let milliseconds = text.withUTF8({ Timestamp.milliseconds(iso8601: $0) }) else { return nil }
        self.init(milliseconds: milliseconds)
    }

    /// Reads the same form out of bytes.
    init?(iso8601 bytes: UnsafeBufferPointer<UInt8>) {
        guard let milliseconds = Timestamp.milliseconds(iso8601: bytes) else { return nil }
        self.init(milliseconds: milliseconds)
    }

    private static func milliseconds(iso8601 bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        if let milliseconds = Timestamp.milliseconds(documented: bytes) { return milliseconds }
        var scanner = DigitScanner(bytes)
        guard
            let year = scanner.number(4), scanner.skip("-"),
            let month = scanner.number(2), scanner.skip("-"),
            let day = scanner.number(2), scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let hour = scanner.number(2), scanner.skip(":"),
            let minute = scanner.number(2), scanner.skip(":"),
            let second = scanner.number(2),
            let seconds = Timestamp.seconds(date: (year, month, day), clock: (hour, minute, second))
        else { return nil }
        var fraction: Int64 = 0
        if scanner.skip(".") || scanner.skip(",") {
            guard let parsed = scanner.fraction() else { return nil }
            fraction = parsed
        }
        guard let zone = scanner.zoneMinutes(), scanner.isAtEnd else { return nil }
        return (seconds - zone * 60) * 1_000 + fraction
    }

    /// Reads the form in which the service writes times, `2020-08-31T18:58:41.000+00:00`: in it all has its place, and
    /// a postback has six such times. Any other form gives `nil`.
    private static func milliseconds(documented bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count == 29 else { return nil }
        var isForm = true
        @inline(__always) func mark(_ character: Unicode.Scalar, at place: Int) {
            isForm = isForm && bytes[place] == UInt8(ascii: character)
        }
        @inline(__always) func number(_ places: Range<Int>) -> Int64 {
            var value: Int64 = 0
            for place in places {
                let digit = bytes[place] &- UInt8(ascii: "0")
                isForm = isForm && digit < 10
                value = value &* 10 &+ Int64(digit)
            }
            return value
        }
        mark("-", at: 4)
        mark("-", at: 7)
        mark("T", at: 10)
        mark(":", at: 13)
        mark(":", at: 16)
        mark(".", at: 19)
        mark("+", at: 23)
        mark(":", at: 26)
        let date = (number(0..<4), number(5..<7), number(8..<10))
        let clock = (number(11..<13), number(14..<16), number(17..<19))
        let fraction = number(20..<23)
        let zone = number(24..<26) | number(27..<29)
        guard isForm, zone == 0, let seconds = Timestamp.seconds(date: date, clock: clock) else { return nil }
        return seconds * 1_000 + fraction
    }

    /// Seconds since 1970 of a date (year, month, day) and a time of day (hour, minute, second) in UTC, where there are
    /// such.
    private static func seconds(date: (Int64, Int64, Int64), clock: (Int64, Int64, Int64)) -> Int64? {
        let (year, month, day) = date
        let (hour, minute, second) = clock
        guard
            (1...12).contains(month), (1...Timestamp.days(in: month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = Timestamp.daysSinceEpoch(year: year, month: month, day: day)
        return days * 86_400 + hour * 3_600 + minute * 60 + second
    }

    /// The moment as `2020-08-31T18:58:41.000Z`.
    public var iso8601: String {
        let parts = components
        return "\(pad(parts.year, 4))-\(pad(parts.month, 2))-\(pad(parts.day, 2))T\(clock)Z"
    }

    /// The time of day in UTC as `18:58:41.000`.
    public var clock: String {
        let parts = components
        return "\(pad(parts.hour, 2)):\(pad(parts.minute, 2)):\(pad(parts.second, 2)).\(pad(parts.millisecond, 3))"
    }

    /// The calendar day in UTC as `2020-08-31`.
    public var day: String {
        let parts = components
        return "\(pad(parts.year, 4))-\(pad(parts.month, 2))-\(pad(parts.day, 2))"
    }

    /// The day of the week in UTC, 0 for Monday.
    public var weekday: Int {
        components.weekday
    }

    private struct Components {
        var weekday: Int
        var year: Int64
        var month: Int64
        var day: Int64
        var hour: Int64
        var minute: Int64
        var second: Int64
        var millisecond: Int64
    }

    private var components: Components {
        let dayLength: Int64 = 86_400_000
        var days = milliseconds / dayLength
        var rest = milliseconds % dayLength
        if rest < 0 {
            rest += dayLength
            days -= 1
        }
        let (year, month, day) = Timestamp.civil(daysSinceEpoch: days)
        return Components(
            // The epoch was a Thursday.
            weekday: Int(((days + 3) % 7 + 7) % 7),
            year: year,
            month: month,
            day: day,
            hour: rest / 3_600_000,
            minute: rest / 60_000 % 60,
            second: rest / 1_000 % 60,
            millisecond: rest % 1_000
        )
    }

    private func pad(_ value: Int64, _ width: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // The proleptic Gregorian calendar in eras of 400 years that begin in March, so that leap days come last.
    private static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(daysSinceEpoch days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

/// Takes digits off the front of ASCII text.
private struct DigitScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool {
        position == bytes.count
    }

    private mutating func digit() -> Int64? {
        guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return Int64(bytes[position] - 0x30)
    }

    mutating func number(_ width: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    /// Milliseconds from the digits of a fraction, of which there must be one.
    mutating func fraction() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let digit = digit() {
            if count < 3 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in 0..<max(0, 3 - count) { value *= 10 }
        return value
    }

    mutating func zoneMinutes() -> Int64? {
        if isAtEnd || skip("Z") || skip("z") { return 0 }
        let sign: Int64
        if skip("+") {
            sign = 1
        } else if skip("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = number(2) else { return nil }
        _ = skip(":")
        guard let minutes = number(2), hours <= 18, minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
