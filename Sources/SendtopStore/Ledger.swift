import Foundation
import GRDB
public import Logging
public import SendtopCore

/// The durable, append-only record of events, and the table of sends derived from it.
///
/// All of its SQL is in this module. A ledger is a file of events, `PATH`, and a file of what is derived from them
/// beside it, `PATH-derived`. Several processes may use one: one owns it, any number write what they themselves do,
/// or look.
public final class Ledger: Sendable {
    /// The file of events.
    public let path: String
    /// What this process means to do with it.
    public let access: Access

    let events: DatabasePool
    let derived: DatabasePool
    let projector: Projector
    let logger: Logger
    /// What pseudonyms are made with: the ledger's own, which nothing prints.
    public let maskKey: [UInt8]
    /// Commits of events, our own and those of others.
    let eventFeed: ChangeFeed
    /// Commits of either file.
    let feed: ChangeFeed
    private let intake: GroupCommit
    /// Of the owner, who writes much; whoever writes little leaves it to SQLite.
    private let checkpointer: Checkpointer?
    private let watch: ChangeWatch
    private let watched: [DatabaseQueue]
    private let lock: OwnerLock?
    private let gate = UseGate()
    /// The events as they were when they were opened.
    private let opened: OpenedFile
    /// What was found broken or lost at the opening, and put aside; one who looks on puts nothing aside.
    public let damage: LedgerDamage?
    /// What is to be saved of that, and of what earlier owners found.
    let salvages: [SalvageFiles]

    private init(
        files: LedgerFiles,
        access: Access,
        mayBegin: Bool,
        renewsDerived: Bool,
        logger: Logger,
        meanings: Meanings
    ) throws(LedgerError) {
        path = files.events
        self.access = access
        self.logger = logger
        let isLooker = access == .looker
        try files.refuseUnusable()
        if !mayBegin, !files.hasEvents { throw LedgerError(path: files.events, problem: .missing) }
        lock = access == .owner ? try OwnerLock(files) : nil
        let isBesideOwner = access == .writer && OwnerLock.holder(of: files) != nil
        // What the owner has open is gone from its place, and to begin another there would hide it.
        if isBesideOwner, !files.hasEvents { throw LedgerError(path: files.events, problem: .replaced) }
        let quarantine = Quarantine(files: files, stamp: .stamp(.now))
        var found: LedgerDamage?
        if lock != nil {
            if !mayBegin { try quarantine.refuseDamage() }
            found = try quarantine.damage()
        }
        salvages = lock == nil ? [] : SalvageFiles.unfinished(of: files)
        if !isLooker { try files.create(files.events) }
        events = try LedgerDatabase(
            file: files.events,
            migrator: EventSchema.migrator,
            durability: .full,
            ledger: files.events,
            absence: .missing,
            strangeness: .notALedger,
            hasMark: { Quarantine.hasOurMark(files.derived) }
        ).open(readOnly: isLooker)
        opened = OpenedFile(files.events)
        maskKey = try EventSchema.maskKey(events, ledger: files.events)
        // Not before the events are known to be a ledger's: beside a file of something else there is nothing to make.
        if !isLooker {
            let mayMove = (mayBegin || renewsDerived) && !isBesideOwner
            let lost = try quarantine.damageOfDerived(events: events, isRenewed: renewsDerived, mayMove: mayMove)
            if let lost { found = lost }
            try files.create(files.derived)
        }
        damage = found
        derived = try LedgerDatabase(
            file: files.derived,
            migrator: DerivedSchema.migrator,
            durability: .normal,
            ledger: files.events,
            absence: .underived,
            strangeness: .strangeDerived,
            functions: MaskFunctions.all(key: maskKey)
        ).open(readOnly: isLooker)
        let eventFeed = ChangeFeed()
        let feed = ChangeFeed()
        self.eventFeed = eventFeed
        self.feed = feed
        let recent = RecentEvents()
        projector = Projector(events: events, derived: derived, recent: recent, meanings: meanings)
        intake = GroupCommit(pool: events, path: path, recent: recent) {
            eventFeed.signal()
            feed.signal()
        }
        var looking = Configuration()
        looking.readonly = true
        // Whoever closes a file last has it for itself for a moment.
        looking.busyMode = .timeout(LedgerDatabase.patience)
        do {
            checkpointer = access == .owner ? try Checkpointer(events) : nil
            // A file that is opened as one that never changes has another name then, and is not watched.
            let isStill = events.path != files.events || derived.path != files.derived
            let names = isStill ? [] : [files.events, files.derived]
            let queues = try names.map { try DatabaseQueue(path: $0, configuration: looking) }
            watched = queues
            watch = ChangeWatch(
                zip(queues, [eventFeed, nil]).map { queue, other in
                    ChangeWatch.Target(connection: queue) {
                        other?.signal()
                        feed.signal()
                    }
                }
            )
        } catch {
            throw LedgerError(error, path: files.events)
        }
    }

    /// Opens a ledger; unless to look only, makes it when it is not there, readable by its user alone.
    ///
    /// - Parameters:
    ///   - path: the file of events.
    ///   - access: what the process means to do.
    ///   - mayBegin: whether a fresh ledger may be begun: where there is none, or by the owner in place of a damaged
    ///     one.
    ///   - renewsDerived: whether derived tables that cannot be used are put aside, also by one who may not begin any.
    ///   - logger: for what goes on in the background.
    ///   - classify: says of a reason what it means, and which code it holds; by default the code alone.
    /// - Throws: what keeps it from being used: it is missing, owned by another process, of a newer version,
    ///   damaged, replaced under its owner, not to be written or read.
    public static func open(
        path: String,
        access: Access,
        mayBegin: Bool = true,
        renewsDerived: Bool = false,
        logger: Logger,
        classify: (@Sendable (String) -> (BounceClass?, String?))? = nil
    ) throws(LedgerError) -> Ledger {
        let files = LedgerFiles(path: path)
        if access != .looker, mayBegin { try files.createFolder() }
        return try OpeningLock.hold(files, shared: access == .looker) { () throws(LedgerError) in
            let hadOwners = LedgerFiles.bytes(files.ownerLock) != nil
            let ledger: Ledger
            do throws(LedgerError) {
                ledger = try Ledger(
                    files: files,
                    access: access,
                    mayBegin: mayBegin,
                    renewsDerived: renewsDerived,
                    logger: logger,
                    meanings: Meanings(classify ?? { (nil, ReplyCode.first(in: $0)) })
                )
            } catch {
                // Beside a file that is refused, such as one of something else, nothing is left.
                if access == .owner, !hadOwners { unlink(files.ownerLock) }
                throw error
            }
            try ledger.join()
            if let damage = ledger.damage { logger.error("\(damage)") }
            return ledger
        }
    }

    /// Appends events in order, and returns their sequence numbers once they are durable.
    ///
    /// Everything that waits when the writer is free goes into one transaction. Secrets among the headers are left
    /// out. A cancelled task waits too: what was accepted is committed.
    ///
    /// - Throws: `looker`, `overloaded`, `closed`, `replaced`, `diskFull`, `readOnly`, `locked`; then none of the
    ///   events is in the ledger.
    public func append(_ events: [Event]) async throws(LedgerError) -> [Int64] {
        try refuseLooker()
        return Array(try await intake.append(events))
    }

    /// Appends events in order, and gives their sequence numbers later, on the thread that writes, once they are
    /// durable, or what `append(_:)` would throw; it must not be held up.
    public func append(
        _ events: [Event],
        done: @escaping @Sendable (Result<Range<Int64>, LedgerError>) -> Void
    ) {
        guard access != .looker else { return done(.failure(LedgerError(path: path, problem: .looker))) }
        intake.append(events, done: done)
    }

    /// Whether the ledger's file was removed or replaced since it was opened, so that what others write is not seen.
    public var isReplaced: Bool {
        !opened.hasName
    }

    /// Tells whenever events or derived tables have something new, whoever wrote it; times that come faster than
    /// they are taken become one. Ends when the ledger closes.
    public func changes() -> AsyncStream<Void> {
        feed.stream()
    }

    /// Looks for no commits of other processes for a while; what they write meanwhile is told at its end.
    ///
    /// For one who looks on and reads seldom: each wake takes from the processors that the one who writes needs.
    public func rest(for duration: Duration) {
        watch.rest(for: duration)
    }

    /// Waits for the events that were accepted, stops what is asked, and closes the files; everything else then
    /// throws `closed`.
    public func close() async {
        let isFirst = gate.close()
        await intake.close()
        eventFeed.finish()
        feed.finish()
        // Nobody waits for the answer of a long search any more.
        if isFirst {
            events.interrupt()
            derived.interrupt()
        }
        await gate.drained()
        guard isFirst else { return }
        watch.cancel()
        do {
            for queue in watched { try queue.close() }
            try checkpointer?.close()
            // Beside an owner that still writes, its log is its own business.
            if access == .owner || (access == .writer && owner == nil) { try await settle() }
            // In this order: a batch that comes late finds the events closed, and touches nothing.
            try events.close()
            try derived.close()
        } catch {
            logger.warning("The ledger did not close cleanly", metadata: ["error": "\(error)"])
        }
        lock?.release()
    }

    /// Moves the write-ahead logs into the files, unless somebody else reads them for long.
    private func settle() async throws {
        for pool in [events, derived] {
            try await pool.writeUncancelled { db in
                try db.execute(sql: "PRAGMA busy_timeout = 200")
                _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    func refuseLooker() throws(LedgerError) {
        if access == .looker { throw LedgerError(path: path, problem: .looker) }
    }

    /// Does something with the files, which stay open as long as it takes.
    ///
    /// - Throws: `closed` after the ledger was closed; otherwise a `LedgerError`, or `CancellationError`.
    func use<Value>(_ body: () async throws -> Value) async throws -> Value {
        guard gate.enter() else { throw LedgerError(path: path, problem: .closed) }
        defer { gate.leave() }
        do {
            return try await body()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Asks the events; a cancelled task stops the query.
    func readEvents<Value: Sendable>(_ query: @Sendable (Database) throws -> Value) async throws -> Value {
        try await read(events, query)
    }

    /// Asks the derived tables, in one read transaction; a cancelled task stops the query.
    func readDerived<Value: Sendable>(_ query: @Sendable (Database) throws -> Value) async throws -> Value {
        try await read(derived, query)
    }

    private func read<Value: Sendable>(
        _ pool: DatabasePool,
        _ query: @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await use { try await pool.read(query) }
    }
}
