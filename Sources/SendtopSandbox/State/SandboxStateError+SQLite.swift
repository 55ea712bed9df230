import GRDB

extension SandboxStateError {
    /// Makes facts of what SQLite said.
    init(_ error: any Error, path: String) {
        if let stateError = error as? SandboxStateError {
            self = stateError
            return
        }
        self.path = path
        guard let failure = error as? DatabaseError else {
            problem = .other("\(error)")
            return
        }
        let words = failure.message ?? failure.resultCode.description
        problem =
            switch failure.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
            case .SQLITE_FULL: .diskFull
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
            case .SQLITE_CANTOPEN: .cannotOpen(words)
            case .SQLITE_CORRUPT: .damaged(words)
            case .SQLITE_NOTADB: .notAState
            default: .other(words)
            }
    }
}
