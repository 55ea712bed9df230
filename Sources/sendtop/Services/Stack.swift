import Logging
import SendtopListener
import SendtopStore
import ServiceLifecycle
import UnixSignals

/// The services of a command, in the order in which they depend on each other; they stop in reverse.
struct Stack {
    var services: [any Service]
    let logger: Logger
    /// Whether SIGHUP asks for the end, as for whoever needs a terminal.
    var endsAtHangup = true

    /// Runs until a service ends, or a signal asks for the end; both take the same graceful road.
    ///
    /// - Throws: `CommandFailure` with the sentence of the first service that failed.
    func run() async throws {
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                ServiceGroupConfiguration.ServiceConfiguration(
                    service: $0,
                    successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup
                )
            },
            gracefulShutdownSignals: [.sigterm, .sigint] + (endsAtHangup ? [.sighup] : []),
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch is OutputClosed {
            return
        } catch let failure as CommandFailure {
            throw failure
        } catch let error as LedgerError {
            throw CommandFailure(error)
        } catch {
            throw CommandFailure(.notDone, "\(error)")
        }
    }
}
