/// Why the sandbox cannot use its state.
public struct SandboxStateError: Error, Sendable, Hashable {
    /// What is wrong with the file.
    public enum Problem: Sendable, Hashable {
        /// The folder that the file should be in is not there.
        case missingFolder
        /// The file, or the lock beside it, cannot be made or opened; the system's own words.
        case cannotOpen(String)
        /// Another sandbox has it; its process id, when known.
        case owned(by: Int32?)
        /// Something that is no sandbox keeps the file locked.
        case locked
        /// The file or its disk cannot be written.
        case readOnly
        /// The disk is full.
        case diskFull
        /// What is in the file is not what was written; SQLite's words.
        case damaged(String)
        /// The file is something else.
        case notAState
        /// A newer version of the program wrote it.
        case newer
        /// Anything else, in SQLite's words.
        case other(String)
    }

    /// The file of the state.
    public var path: String
    /// What is wrong with it.
    public var problem: Problem

    /// Makes an error.
    public init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }
}

extension SandboxStateError: CustomStringConvertible {
    /// One sentence that says what, where and what to do.
    public var description: String {
        switch problem {
        case .missingFolder:
            "The sandbox state \(path) cannot be opened: its folder is missing; make it, or name another file with --state."
        case .cannotOpen(let reason):
            "The sandbox state \(path) cannot be opened: \(reason); name another file with --state."
        case .owned(let process):
            "The sandbox state \(path) is in use by another sandbox\(process.map { ", process \($0)" } ?? ""); "
                + "stop that one first, or name another file with --state."
        case .locked:
            "The sandbox state \(path) is locked by another program; end that program, or name another file with --state."
        case .readOnly:
            "The sandbox state \(path) cannot be written; check the permissions of the file, its folder and its disk."
        case .diskFull:
            "The sandbox state \(path) cannot grow because its disk is full; make room."
        case .damaged(let detail):
            "The sandbox state \(path) is damaged (\(detail)); begin anew with --fresh, or name another file with --state."
        case .notAState:
            "\(path) is no state of the sandbox, and is left as it is; name another file with --state."
        case .newer:
            "The sandbox state \(path) was written by a newer sendtop; use that version, or begin anew with --fresh."
        case .other(let detail):
            "The sandbox state \(path) failed: \(detail)."
        }
    }
}
