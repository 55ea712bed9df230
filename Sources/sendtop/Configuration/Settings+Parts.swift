import AsyncHTTPClient
import Foundation
import Logging
import SendtopClient
import SendtopCore
import SendtopStore

extension Settings {
    /// The log: a file where one was named, else the fallback.
    func logger(fallback: LogOutput) throws -> Logger {
        logger(to: try logOutput(fallback: fallback))
    }

    /// Where the log goes: a file where one was named and anything may be written, else the fallback.
    func logOutput(fallback: LogOutput) throws -> LogOutput {
        guard !isReadOnly else { return fallback }
        return try logFile.map { try LogOutput(path: $0) } ?? fallback
    }

    /// The log in the form that was chosen.
    func logger(to output: LogOutput) -> Logger {
        Logger(label: "sendtop") { OutputLogHandler(label: $0, output: output, format: logFormat) }
    }

    /// The log of a command that draws: a file, since nothing else may write to the terminal; none where nothing may
    /// be written.
    func screenLogger() throws -> Logger {
        guard !isReadOnly else { return .silent }
        return try logger(fallback: LogOutput(path: stateFolder + "/sendtop.log"))
    }

    /// The folder of ledgers and logs, made where it is not there yet; only its owner can read it.
    func madeStateFolder() throws -> String {
        do {
            try FileManager.default.createDirectory(
                atPath: stateFolder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw CommandFailure(.notDone, "The folder \(stateFolder) cannot be made: \(FileFailure.sentence(error)).")
        }
        return stateFolder
    }

    /// Opens the profile's ledger.
    ///
    /// - Throws: `CommandFailure` that says why it cannot be opened.
    func openLedger(
        _ access: Ledger.Access,
        mayBegin: Bool = true,
        logger: Logger = Logger.silent
    ) throws -> Ledger {
        do {
            return try ledger(access, mayBegin: mayBegin, logger: logger)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Opens the profile's ledger, for those who know what to do about its errors.
    func ledger(
        _ access: Ledger.Access,
        mayBegin: Bool = true,
        renewsDerived: Bool = false,
        logger: Logger
    ) throws(LedgerError) -> Ledger {
        try Ledger.open(
            path: ledgerPath,
            access: access,
            mayBegin: mayBegin,
            renewsDerived: renewsDerived,
            logger: logger
        ) { reason in
            let verdict = BounceClassifier.verdict(on: reason)
            return (verdict.bounceClass, verdict.code)
        }
    }
}

extension Logger {
    /// A logger that keeps everything to itself.
    static var silent: Logger {
        Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
    }
}
