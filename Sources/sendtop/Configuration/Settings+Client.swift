import Foundation
import SendtopClient
import SendtopCore

extension Settings {
    /// The client that sends to the profile's endpoint.
    ///
    /// - Throws: `CommandFailure` when the endpoint or the key is not as it must be.
    func client(retry: RetryPolicy = .never) throws -> SendClient {
        do {
            return try SendClient(
                endpoint: profile.address,
                key: profile.key(),
                retry: retry,
                now: { .now() }
            )
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
    }
}
