import Hummingbird
import NIOCore

/// What the sandbox keeps of a connection beside what every request has.
struct SandboxContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The caller's IP address.
    let address: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}
