import GRDB

/// Runs many small writes in one transaction, so that one fsync serves them all.
///
/// Each write stands in a savepoint of its own: one that throws undoes nothing of its neighbours.
actor GroupCommit {
    /// A write, in two halves: the deed, and the news to whoever waits once it is durable, or is known to have failed.
    private struct Job: Sendable {
        let run: @Sendable (Database) -> Finish
        let fail: Finish
    }

    private typealias Finish = @Sendable ((any Error)?) -> Void

    private static let batchLimit = 512

    private let writer: any DatabaseWriter
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private var pending: [Job] = []
    private var isClosed = false

    init(writer: any DatabaseWriter) {
        self.writer = writer
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Writes, and returns once what was written is durable.
    ///
    /// - Throws: what `body` throws; `DatabaseError` when the transaction fails; `CancellationError` after the end.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(
                Job { db in
                    let result = Result { try GroupCommit.inSavepoint(db, body) }
                    return { error in
                        continuation.resume(with: error.map(Result.failure) ?? result)
                    }
                } fail: { error in
                    continuation.resume(throwing: error ?? CancellationError())
                }
            )
        }
    }

    /// Writes until the task is cancelled; then ends what waits.
    func run() async {
        for await _ in wakes {
            while !pending.isEmpty {
                let batch = Array(pending.prefix(GroupCommit.batchLimit))
                pending.removeFirst(batch.count)
                await commit(batch)
            }
        }
        isClosed = true
        for job in pending { job.fail(CancellationError()) }
        pending = []
    }

    private func enqueue(_ job: Job) {
        guard !isClosed else { return job.fail(CancellationError()) }
        pending.append(job)
        waker.yield()
    }

    private func commit(_ batch: [Job]) async {
        // The transaction must not be torn by the end of the program's tasks: whoever waits is told the truth.
        let outcome = await writer.committed { db in batch.map { $0.run(db) } }
        switch outcome {
        case .success(let finishes):
            for finish in finishes { finish(nil) }
        case .failure(let error):
            for job in batch { job.fail(error) }
        }
    }

    private static func inSavepoint<Value>(_ db: Database, _ body: (Database) throws -> Value) throws -> Value {
        var value: Value?
        try db.inSavepoint {
            value = try body(db)
            return .commit
        }
        guard let value else { throw CancellationError() }
        return value
    }
}

extension DatabaseWriter {
    /// Runs a transaction that no cancellation interrupts.
    fileprivate func committed<Value: Sendable>(
        _ updates: @escaping @Sendable (Database) throws -> Value
    ) async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            asyncWriteWithoutTransaction { db in
                continuation.resume(
                    returning: Result {
                        var value: Value?
                        try db.inTransaction(.immediate) {
                            value = try updates(db)
                            return .commit
                        }
                        guard let value else { throw CancellationError() }
                        return value
                    }
                )
            }
        }
    }
}
