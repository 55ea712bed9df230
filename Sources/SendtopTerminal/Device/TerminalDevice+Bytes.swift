import CNcurses
import Foundation

extension TerminalDevice {
    /// What a read led to.
    enum Reading {
        case bytes([UInt8])
        /// Nothing more for now.
        case nothing
        /// The terminal is gone.
        case end
    }

    /// Reads what is there, without waiting.
    func read() -> Reading {
        guard isReady(POLLIN) else { return .nothing }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, count in
            let result = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            failure = result < 0 ? errno : 0
            count = max(0, result)
        }
        return switch failure {
        case EAGAIN, EINTR: .nothing
        case 0 where !bytes.isEmpty: .bytes(bytes)
        default: .end
        }
    }

    /// Writes as many bytes as the terminal takes at once, and says how many; `nil` when it is gone.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        var written = 0
        while written < bytes.count {
            let chunk = bytes.dropFirst(written).prefix(isOwn ? bytes.count : 64)
            guard isOwn || isReady(POLLOUT) else { break }
            let result = chunk.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if result > 0 {
                written += result
            } else if result < 0, errno == EINTR {
                continue
            } else if result == 0 || errno == EAGAIN {
                break
            } else {
                return nil
            }
        }
        return written
    }

    private func isReady(_ events: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return poll(&request, 1, 0) > 0
    }
}
