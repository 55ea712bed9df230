import Foundation
import Logging

extension Ledger {
    /// Saves what can be read of the damaged ledgers that were put aside; what is interrupted, the next start does.
    func salvage() async {
        for files in salvages {
            do {
                let saved = try await Salvage(files: files, logger: logger).run()
                logger.notice(
                    "What can be read of the damaged ledger is saved",
                    metadata: [
                        "file": "\(files.sound)", "events": "\(saved.count)", "first": "\(saved.first)",
                        "last": "\(saved.last)", "missing": "\(saved.missing)",
                    ]
                )
            } catch  where Task.isCancelled {
                return
            } catch {
                let isOver = !FileManager.default.fileExists(atPath: files.part.events)
                logger.error(
                    isOver
                        ? "Nothing can be saved of the damaged ledger; restore a backup, or try sqlite3's .recover"
                        : "The damaged ledger is not saved yet; the next start tries again",
                    metadata: ["file": "\(files.damaged)", "error": "\(error)"]
                )
            }
        }
    }
}
