/// How far back figures and charts reach; the raw value is its name in the file of saved views.
public enum ChartSpan: String, Sendable, Hashable, CaseIterable {
    case fiveMinutes = "5m"
    case quarter = "15m"
    case hour = "1h"
    case threeHours = "3h"
    case sixHours = "6h"
    case halfDay = "12h"
    case day = "24h"

    var minutes: Int {
        switch self {
        case .fiveMinutes: 5
        case .quarter: 15
        case .hour: 60
        case .threeHours: 180
        case .sixHours: 360
        case .halfDay: 720
        case .day: 1_440
        }
    }

    var milliseconds: Int64 {
        Int64(minutes) * 60_000
    }

    /// The next shorter one.
    var shorter: ChartSpan? {
        ChartSpan.allCases.last { $0.minutes < minutes }
    }

    /// The next longer one.
    var longer: ChartSpan? {
        ChartSpan.allCases.first { $0.minutes > minutes }
    }

    /// A number of minutes as people say it: `15 min`, `3 h`.
    static func label(minutes: Int) -> String {
        minutes > 0 && minutes.isMultiple(of: 60) ? "\(minutes / 60) h" : "\(minutes) min"
    }
}
