import SendtopCore

extension Timestamp {
    /// The time of day in UTC to the second: `14:03:27`.
    var shortClock: String {
        String(clock.prefix(8))
    }

    /// The time of day, or day and minute when it is not of the same day: `14:03:26.110`, `08-31 14:03`.
    func clock(seenFrom now: Timestamp, short: Bool) -> String {
        if day == now.day { return short ? shortClock : clock }
        return short ? String(day.suffix(5)) : "\(day.suffix(5)) \(clock.prefix(5))"
    }
}
