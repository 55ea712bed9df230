import Foundation

/// Whether there is room for the ledger, and how fast the disk keeps what it is given.
struct DiskCheck {
    /// The ledger.
    let path: String

    private static let little: Int64 = 100_000_000
    private static let scant: Int64 = 1_000_000_000
    /// Milliseconds of a write that lasts, from which postbacks wait noticeably.
    private static let slow = 20.0
    private static let rounds = 15

    private struct Speed: Sendable {
        /// Milliseconds of the middle one of several writes; `nil` with the system's word when nothing can be written.
        var median: Double?
        var code: Int32 = 0
    }

    func findings() async -> [Finding] {
        let folder = DiskRoom.folder(of: path)
        return [room(folder)] + [await speed(folder)]
    }

    private func room(_ folder: String) -> Finding {
        guard let bytes = DiskRoom.bytes(at: folder) else {
            return .fault(.disk, "\(folder) cannot be looked at: \(String(cString: strerror(errno))).")
        }
        let sentence = "\(folder) has \(ByteSize(bytes: bytes)) left."
        let advice = "Make room, or keep less with --retention-days or --retention-size."
        if bytes < DiskCheck.little { return .fault(.disk, sentence, advice) }
        return bytes < DiskCheck.scant ? .warning(.disk, sentence, advice) : .ok(.disk, sentence)
    }

    private func speed(_ folder: String) async -> Finding {
        let speed = await Bounded.blocking(within: Doctor.patience) { DiskCheck.speed(folder) }
        guard let speed else {
            return .fault(
                .disk,
                "\(folder) keeps nothing within \(Doctor.patience).",
                "Put the ledger on another disk."
            )
        }
        guard let median = speed.median else {
            let reason = String(cString: strerror(speed.code))
            return .fault(
                .disk,
                "Nothing can be written in \(folder): \(reason).",
                "Mend that, or give another --ledger."
            )
        }
        let time = median < 10 ? "\((median * 10).rounded() / 10)" : "\(Int(median.rounded()))"
        let sentence = "A write that lasts takes \(time) ms."
        guard median > DiskCheck.slow else { return .ok(.disk, sentence) }
        return .warning(.disk, sentence, "Each postback waits for one; a faster disk answers sooner.")
    }

    /// Writes a file beside the ledger again and again, and takes it away.
    private static func speed(_ folder: String) -> Speed {
        var name = Array("\(folder)/.sendtop-doctor-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return Speed(code: errno) }
        unlink(name)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 0x5A, count: 4_096)
        var times: [Double] = []
        let clock = ContinuousClock()
        let start = clock.now
        while times.count < rounds, clock.now - start < .seconds(2) || times.isEmpty {
            let begin = clock.now
            guard pwrite(descriptor, block, block.count, off_t(times.count * block.count)) == block.count,
                fsync(descriptor) == 0
            else { return Speed(code: errno) }
            let (seconds, attoseconds) = (clock.now - begin).components
            times.append(Double(seconds) * 1_000 + Double(attoseconds) / 1e15)
        }
        return Speed(median: times.sorted()[times.count / 2])
    }
}
