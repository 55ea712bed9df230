import Foundation

/// How many files and connections the process may have open.
enum DescriptorLimit {
    /// Kept for the ledger, the log and whatever else is no connection.
    private static let reserve = 128
    /// What every command can count on: with fewer, libraries end the program where they open one more.
    private static let least: rlim_t = 32

    /// Takes as many as the system allows; it usually gives 1,024 and allows far more.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < limit.rlim_max
        else {
            return
        }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Makes sure that there are enough for any command.
    ///
    /// - Throws: `CommandFailure` when the system gives fewer.
    static func check() throws(CommandFailure) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < least else {
            return
        }
        guard limit.rlim_max < least else { return raise() }
        throw CommandFailure(
            .notDone,
            "The system gives sendtop \(limit.rlim_max) open files, and it needs \(least) at least; "
                + "raise the limit ('ulimit -n', or LimitNOFILE= of a systemd unit)."
        )
    }

    /// The connections that there are descriptors for, besides those that are open now and those of a reserve.
    static var connections: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 512 }
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
        return max(16, Int(clamping: limit.rlim_cur) - open - reserve)
    }
}
