import Dispatch
import Foundation

/// Brings bytes to a terminal in order, as fast as it takes them, and never waits for it.
@MainActor
final class OutputLine {
    /// How many bytes the terminal took, in all.
    private(set) var byteCount = 0
    /// Called when the last byte that had to wait is gone.
    var onFree: @MainActor () -> Void = {}

    private let device: TerminalDevice
    private var pending: ArraySlice<UInt8> = []
    private var source: (any DispatchSourceWrite)?
    private var isGone = false

    init(device: TerminalDevice) {
        self.device = device
    }

    /// Whether the terminal took all that it was sent.
    var isFree: Bool {
        pending.isEmpty
    }

    /// Sends bytes after those that still wait.
    func send(_ bytes: [UInt8]) {
        guard !isGone else { return }
        pending += bytes
        pump()
        if !pending.isEmpty { waitForRoom() }
    }

    /// Forgets what still waits, and says whether there was any.
    func drop() -> Bool {
        source?.cancel()
        source = nil
        defer { pending = [] }
        return !pending.isEmpty
    }

    /// Writes what waits, as far as the terminal takes it.
    func pump() {
        guard let count = device.write(pending) else {
            isGone = true
            pending = []
            return
        }
        byteCount += count
        pending = pending.dropFirst(count)
    }

    private func waitForRoom() {
        guard source == nil else { return }
        let source = DispatchSource.makeWriteSource(fileDescriptor: device.descriptor, queue: .main)
        source.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.roomCame() }
        }
        // The descriptor stays open until the source has let go of it.
        source.setCancelHandler { [device] in _ = device }
        source.activate()
        self.source = source
    }

    private func roomCame() {
        pump()
        guard pending.isEmpty else { return }
        source?.cancel()
        source = nil
        onFree()
    }
}
