import Foundation

@testable import SendtopSandbox

/// Makes a folder, and removes it afterwards.
func withTemporaryFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sandbox-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
}

/// Opens a state of its own, with nothing but its writer running.
func withState(
    _ configuration: SandboxConfiguration = .fast,
    _ body: (SandboxState) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let path = folder.appending(path: "state.sqlite").path
        let state = try SandboxState(path: path, configuration: configuration)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await state.writes.run() }
            try await body(state)
            group.cancelAll()
        }
        try state.close()
    }
}
