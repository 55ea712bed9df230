import Foundation

/// Puts a ledger's damaged files aside, so that a fresh one can be begun and nothing is overwritten.
struct Quarantine {
    let files: LedgerFiles
    /// When it happens, as a part of the names.
    let stamp: String

    /// Looks at both files, and moves what is damaged away; the caller owns the ledger.
    ///
    /// - Returns: what was found, or `nil` when all is sound.
    /// - Throws: `cannotOpen` when a damaged file cannot be moved.
    func damage() throws(LedgerError) -> LedgerDamage? {
        let events = SoundnessCheck(file: files.events, table: "event", key: "seq", isOurs: hasOurMark(files.derived))
        if let fault = events.fault() {
            let aside = free("damaged")
            // Together they are a ledger still, under another name.
            try move(files.events, to: aside)
            try move(files.derived, to: LedgerFiles(path: aside).derived)
            return LedgerDamage(path: files.events, detail: fault, aside: aside, sound: free("sound"))
        }
        let derived = SoundnessCheck(file: files.derived, table: "send", key: "id", isOurs: hasOurMark(files.events))
        if let fault = derived.fault() {
            let aside = free("damaged") + "-derived"
            try move(files.derived, to: aside)
            return LedgerDamage(path: files.events, detail: fault, aside: aside, sound: nil)
        }
        return nil
    }

    /// Whether a file says in its header that it is a ledger's.
    private func hasOurMark(_ file: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: file) else { return false }
        defer { try? handle.close() }
        let header = (try? handle.read(upToCount: 72)) ?? Data()
        let mark = withUnsafeBytes(of: Int32(LedgerDatabase.applicationID).bigEndian) { Data($0) }
        return header.count == 72 && header.suffix(4) == mark
    }

    /// A name that nothing has yet.
    private func free(_ word: String) -> String {
        let name = "\(files.events).\(word)-\(stamp)"
        let names = [name] + (2...999).map { "\(name)-\($0)" }
        return names.first { candidate in
            ["", "-derived"].allSatisfy { !FileManager.default.fileExists(atPath: candidate + $0) }
        } ?? name
    }

    private func move(_ file: String, to name: String) throws(LedgerError) {
        // The file itself goes last: an interrupted move is found again at the next start.
        for part in ["-wal", "-shm", ""] where FileManager.default.fileExists(atPath: file + part) {
            guard rename(file + part, name + part) == 0 else {
                let reason = String(cString: strerror(errno))
                throw LedgerError(
                    path: files.events,
                    problem: .cannotOpen("it is damaged, and \(file + part) cannot be moved aside: \(reason)")
                )
            }
        }
    }
}
