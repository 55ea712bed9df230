import Foundation

/// Puts a ledger's damaged files aside, so that a fresh one can be begun and nothing is overwritten.
struct Quarantine {
    let files: LedgerFiles
    /// When it happens, as a part of the names.
    let stamp: String

    /// Looks at both files, and moves what is damaged away; the caller owns the ledger.
    ///
    /// - Returns: what was found, or `nil` when all is sound.
    /// - Throws: `cannotOpen` when a damaged file cannot be moved; `diskFull`, `readOnly`.
    func damage() throws(LedgerError) -> LedgerDamage? {
        if let fault = faultOfEvents() {
            let salvage = freeSalvage()
            // Before the move, so that an owner that ends before all is saved has left word of it.
            try salvage.part.create(salvage.part.events)
            // Together they are a ledger still, under another name.
            try files.move(files.events, to: salvage.damaged)
            try files.move(files.derived, to: LedgerFiles(path: salvage.damaged).derived)
            return LedgerDamage(path: files.events, detail: fault, aside: salvage.damaged, sound: salvage.sound)
        }
        if let fault = faultOfDerived() {
            let aside = LedgerFiles(path: freeSalvage().damaged).derived
            try files.move(files.derived, to: aside)
            return LedgerDamage(path: files.events, detail: fault, aside: aside, sound: nil)
        }
        return nil
    }

    /// Looks at both files, and touches neither.
    ///
    /// - Throws: `damaged`.
    func refuseDamage() throws(LedgerError) {
        if let fault = faultOfEvents() ?? faultOfDerived() {
            throw LedgerError(path: files.events, problem: .damaged(fault))
        }
    }

    private func faultOfEvents() -> String? {
        SoundnessCheck(file: files.events, table: "event", key: "seq", isOurs: Quarantine.hasOurMark(files.derived))
            .fault()
    }

    private func faultOfDerived() -> String? {
        SoundnessCheck(file: files.derived, table: "send", key: "id", isOurs: Quarantine.hasOurMark(files.events))
            .fault()
    }

    /// Whether a file says in its header that it is a ledger's.
    ///
    /// Only for a file that this process does not have open: to close it gives up the locks on it.
    static func hasOurMark(_ file: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: file) else { return false }
        defer { try? handle.close() }
        let header = (try? handle.read(upToCount: 72)) ?? Data()
        let mark = withUnsafeBytes(of: Int32(LedgerDatabase.applicationID).bigEndian) { Data($0) }
        return header.count == 72 && header.suffix(4) == mark
    }

    /// What names end with, in the order in which they are tried.
    var stamps: [String] {
        [stamp] + (2...999).map { "\(stamp)-\($0)" }
    }

    /// Names that nothing has yet.
    func freeSalvage() -> SalvageFiles {
        let names = stamps.map { SalvageFiles(ledger: files.events, stamp: $0) }
        return names.first(where: \.areFree) ?? names[0]
    }
}
