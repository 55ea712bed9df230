import SendtopCore
import SendtopUI

/// The file in which the screen's memory outlives the run. Several monitors may share it.
///
/// Every change reads the file anew under a lock, and replaces it whole. A file that is not understood is never written
/// over.
actor MemoryFile {
    /// What the file held at the start; nothing when there was none, or one that was not understood.
    nonisolated let first: ScreenMemory
    /// Why it was not understood.
    nonisolated let problem: CommandFailure?
    private let file: SharedFile
    private nonisolated let executor = FileExecutor()
    /// What the file held when this monitor last read or wrote it: only what differs from it is this monitor's own.
    private var base: JSON

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Reads what the file holds.
    init(_ file: SharedFile) {
        self.file = file
        let read = Result { try MemoryFile.memory(in: try file.bytes(), of: file) }
        first = (try? read.get()) ?? ScreenMemory()
        base = first.json
        problem =
            if case .failure(let error) = read {
                error as? CommandFailure ?? CommandFailure(.notDone, "\(error)")
            } else {
                nil
            }
    }

    /// Keeps what this monitor changed, readable by its user alone, since filters may hold the names of people; what
    /// another monitor kept meanwhile stays.
    ///
    /// - Throws: `CommandFailure` that says why it could not be kept.
    func keep(_ memory: ScreenMemory) throws {
        try file.replace { bytes in
            let there = try MemoryFile.memory(in: bytes, of: file).json
            let merged = ScreenMemory(json: memory.json.merged(with: there, since: base)).json
            return Array((merged.text() + "\n").utf8)
        }
        base = memory.json
    }

    private static func memory(in bytes: [UInt8]?, of file: SharedFile) throws -> ScreenMemory {
        guard let bytes else { return ScreenMemory() }
        let json: JSON
        do {
            json = try JSON(bytes: bytes)
        } catch {
            throw file.foreign("views and filters", "it is not JSON: \(error)")
        }
        guard let object = json.object else { throw file.foreign("views and filters", "it is \(json.kindName)") }
        guard object["views"].map({ $0.object != nil }) ?? true, object["filters"].map({ $0.array != nil }) ?? true
        else { throw file.foreign("views and filters", "its views or filters are no views or filters") }
        return ScreenMemory(json: json)
    }
}
