import Foundation
import SendtopCore
import SendtopStore

extension Settings {
    /// What a ledger is seen through; `nil` when nothing is masked.
    func mask(of ledger: Ledger) -> Mask? {
        isMasked ? Mask(key: ledger.maskKey, properties: maskProperties) : nil
    }
}

extension Event.Viewer {
    /// Who runs this process, and from where over ssh.
    static var current: Event.Viewer {
        let name = getpwuid(getuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
        let connection = ProcessInfo.processInfo.environment["SSH_CONNECTION"]
        return Event.Viewer(
            user: name ?? "uid \(getuid())",
            address: connection?.split(separator: " ").first.map(String.init)
        )
    }
}
