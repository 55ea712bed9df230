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
                logger.error(
                    "The damaged ledger could not be saved",
                    metadata: ["file": "\(files.damaged)", "error": "\(error)"]
                )
            }
        }
    }
}
