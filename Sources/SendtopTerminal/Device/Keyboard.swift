import Dispatch
import Foundation
import SendtopUI

/// Reads a terminal's bytes as they come and turns them into keys.
@MainActor
final class Keyboard {
    private let device: TerminalDevice
    private let handler: @MainActor (TerminalInput) -> Void
    private var decoder = KeyDecoder()
    private var source: (any DispatchSourceRead)?
    private var timer: Task<Void, Never>?

    /// Begins to read.
    init(device: TerminalDevice, handler: @escaping @MainActor (TerminalInput) -> Void) {
        self.device = device
        self.handler = handler
        let source = DispatchSource.makeReadSource(fileDescriptor: device.descriptor, queue: .main)
        source.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.drain() }
        }
        // The descriptor stays open until the source has let go of it.
        source.setCancelHandler { [device] in _ = device }
        self.source = source
        source.activate()
    }

    /// Stops to read.
    func cancel() {
        timer?.cancel()
        source?.cancel()
        source = nil
    }

    /// Reads until nothing is left: the source reports what is there again and again.
    private func drain() {
        timer?.cancel()
        for _ in 0..<16 where source != nil {
            switch device.read() {
            case .bytes(let bytes): report(decoder.feed(bytes))
            case .nothing: return scheduleFlush()
            case .end:
                report(decoder.flush())
                cancel()
                handler(.ended)
            }
        }
    }

    private func report(_ keys: [Key]) {
        if !keys.isEmpty { handler(.keys(keys)) }
    }

    private func scheduleFlush() {
        guard let patience = decoder.patience else { return }
        timer = Task { [weak self] in
            try? await Task.sleep(for: patience)
            guard !Task.isCancelled, let self else { return }
            report(decoder.flush())
            scheduleFlush()
        }
    }
}
