import GRDB
import SendtopCore

/// The tables of the derived file; all of them can be made again from the events.
enum DerivedSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: bookkeeping)
            try db.execute(sql: sends)
            try db.execute(sql: counts)
        }
        migrator.registerMigration("filter") { db in try db.execute(sql: filter) }
        migrator.registerMigration("campaigns of reasons") { db in try db.execute(sql: campaignsOfReasons) }
        migrator.registerMigration("changes of minutes") { db in try db.execute(sql: changesOfMinutes) }
        migrator.registerMigration("sends of reasons") { db in try db.execute(sql: sendsOfReasons) }
        migrator.registerMigration("slow and old sends") { db in try db.execute(sql: slowAndOldSends) }
        return migrator
    }

    /// `cursor.seq` is the last event that the derived tables show, and of `minute` the first minute whose counts are
    /// kept; `ledger.identity` says of which ledger.
    private static let bookkeeping = """
        PRAGMA application_id = \(LedgerDatabase.applicationID);

        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            identity BLOB NOT NULL
        ) STRICT;

        CREATE TABLE cursor (
            name TEXT PRIMARY KEY,
            seq INTEGER NOT NULL CHECK (seq >= 0)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO cursor (name, seq) VALUES ('send', 0);
        """

    /// A send's id is the sequence number of its first event, so ids rise in order of arrival and are the same
    /// after a rebuild. What a search reads stands first in the row.
    private static let sends = """
        CREATE TABLE campaign (
            id INTEGER PRIMARY KEY,
            api_id TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE send (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            status INTEGER NOT NULL,
            campaign INTEGER REFERENCES campaign (id),
            dispatch_id TEXT,
            external_send_id TEXT,
            recipient TEXT,
            bounce_reason TEXT,
            abort_reason TEXT,
            request_reason TEXT,
            class TEXT,
            code TEXT,
            unknown_status TEXT,
            request_id TEXT,
            statuses INTEGER NOT NULL,
            first_seen INTEGER NOT NULL,
            last_seen INTEGER NOT NULL CHECK (last_seen >= first_seen),
            received_at INTEGER,
            enqueued_at INTEGER,
            executed_at INTEGER,
            sent_at INTEGER,
            processed_at INTEGER,
            delivered_at INTEGER,
            bounced_at INTEGER,
            aborted_at INTEGER,
            bounce_reason_at INTEGER,
            abort_reason_at INTEGER,
            request_reason_at INTEGER,
            duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
            reached BLOB NOT NULL,
            fingerprints BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX send_dispatch ON send (dispatch_id) WHERE dispatch_id IS NOT NULL;
        CREATE INDEX send_external ON send (external_send_id) WHERE external_send_id IS NOT NULL;
        CREATE INDEX send_waiting ON send (external_send_id)
            WHERE external_send_id IS NOT NULL AND dispatch_id IS NULL AND (statuses & 4) <> 0;

        CREATE TABLE request (
            request_id TEXT PRIMARY KEY,
            send INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX request_send ON request (send);

        CREATE TABLE send_event (
            send INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY (send, seq)
        ) STRICT, WITHOUT ROWID;
        """

    /// `block` counts sends by ranges of ids, so that no count reads all of them. In `minute`, a send counts in the
    /// minute in which it was first heard to have reached the status.
    private static let counts = """
        CREATE TABLE block (
            block INTEGER PRIMARY KEY,
            sends INTEGER NOT NULL CHECK (sends >= 0)
        ) STRICT;

        CREATE TABLE minute (
            minute INTEGER NOT NULL,
            campaign INTEGER NOT NULL,
            status INTEGER NOT NULL,
            sends INTEGER NOT NULL CHECK (sends >= 0),
            in_time INTEGER NOT NULL CHECK (in_time >= 0),
            duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
            latencies BLOB NOT NULL,
            PRIMARY KEY (minute, campaign, status)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reason (
            id INTEGER PRIMARY KEY,
            status INTEGER NOT NULL,
            shape TEXT NOT NULL,
            class TEXT,
            code TEXT,
            example TEXT NOT NULL,
            UNIQUE (status, shape)
        ) STRICT;

        CREATE TABLE reason_minute (
            minute INTEGER NOT NULL,
            reason INTEGER NOT NULL REFERENCES reason (id),
            sends INTEGER NOT NULL CHECK (sends >= 0),
            PRIMARY KEY (minute, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reason_minute_reason ON reason_minute (reason, minute);
        """

    /// Statuses that few sends have at a time, and so are worth an index.
    static let indexedStatuses = "status <> \(StatusCode.code(of: .delivered))"

    /// What a filter finds sends by. `block.changed` is the last event that told something of one of its sends, so
    /// that what was counted in a block is counted anew only then.
    private static let filter = """
        CREATE INDEX send_status ON send (status) WHERE \(indexedStatuses);
        CREATE INDEX send_class ON send (class) WHERE class IS NOT NULL;
        CREATE INDEX send_code ON send (code) WHERE code IS NOT NULL;
        CREATE INDEX send_campaign ON send (campaign) WHERE campaign IS NOT NULL;
        ALTER TABLE block ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
        """

    /// Counts refusals by campaign as well; of those counted before, nobody knows it (0).
    private static let campaignsOfReasons = """
        CREATE TABLE reason_minute_by_campaign (
            minute INTEGER NOT NULL,
            reason INTEGER NOT NULL REFERENCES reason (id),
            campaign INTEGER NOT NULL,
            sends INTEGER NOT NULL CHECK (sends >= 0),
            PRIMARY KEY (minute, reason, campaign)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO reason_minute_by_campaign SELECT minute, reason, 0, sends FROM reason_minute;
        DROP TABLE reason_minute;
        ALTER TABLE reason_minute_by_campaign RENAME TO reason_minute;
        CREATE INDEX reason_minute_reason ON reason_minute (reason, minute);
        """

    /// The last event that changed something of a minute's counts, so that a minute that was read is read anew only
    /// then.
    private static let changesOfMinutes = """
        CREATE TABLE minute_change (
            minute INTEGER PRIMARY KEY,
            seq INTEGER NOT NULL
        ) STRICT;
        INSERT INTO minute_change SELECT DISTINCT minute, 0 FROM minute;
        """

    /// The send that a reason's example is of, so that its person can be masked; of those from before nobody knows it.
    private static let sendsOfReasons = """
        ALTER TABLE reason ADD COLUMN send INTEGER;
        CREATE INDEX reason_send ON reason (send);
        """

    /// Sends that took longer than this, in milliseconds, are few enough for an index.
    static let slowLatency: Int64 = 5_000
    /// The latency of one of them, by block, so that a filter need not read all sends to find the few.
    static let slow = "(CASE WHEN \(FilterSQL.latency) > \(slowLatency) THEN \(FilterSQL.latency) END)"
    static let blockOfSend = "id >> \(Tally.blockBits)"

    /// When a block's sends were first heard of, or were before they changed, so that a filter by time need not read
    /// them.
    private static let slowAndOldSends = """
        CREATE INDEX send_slow ON send (\(blockOfSend), \(slow)) WHERE \(slow) IS NOT NULL;
        ALTER TABLE block ADD COLUMN seen_from INTEGER;
        ALTER TABLE block ADD COLUMN seen_to INTEGER;
        UPDATE block SET (seen_from, seen_to) = (SELECT \(timesOfBlock("block.block")));
        """

    private static func timesOfBlock(_ block: String) -> String {
        """
        min(first_seen), max(first_seen) FROM send
        WHERE id BETWEEN \(block) << \(Tally.blockBits) AND (\(block) << \(Tally.blockBits)) | \((1 << Tally.blockBits) - 1)
        """
    }

    /// The first minute whose counts retention has left; 0 when it has taken none.
    static func firstMinute(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT seq FROM cursor WHERE name = 'minute'") ?? 0
    }

    /// Notes that the counts of the minutes before one are gone, or about to go.
    static func keepMinutes(from minute: Int64, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO cursor (name, seq) VALUES ('minute', max(0, ?1))
                ON CONFLICT (name) DO UPDATE SET seq = max(seq, excluded.seq)
                """,
            arguments: [minute]
        )
    }

    /// Takes out what the events from a sequence number on can bring back, so that they are taken in again.
    ///
    /// Where there is no earlier event, that is all. Otherwise the sends that began earlier stay as they are, and with
    /// them the counts of minutes, which hold what no event says any more: until `counted`, nothing is counted again.
    static func clear(_ db: Database, from first: Int64) throws {
        guard first > 1 else {
            for table in [
                "send_event", "request", "send", "campaign", "block", "minute", "minute_change", "reason_minute",
                "reason",
            ] {
                try db.execute(sql: "DELETE FROM \(table)")
            }
            try db.execute(sql: "DELETE FROM cursor WHERE name IN ('counted', 'minute')")
            try db.execute(sql: "UPDATE cursor SET seq = 0")
            return
        }
        for (table, key) in [("send_event", "send"), ("request", "send"), ("send", "id")] {
            try db.execute(sql: "DELETE FROM \(table) WHERE \(key) >= ?", arguments: [first])
        }
        let block = Tally.block(of: first)
        try db.execute(sql: "DELETE FROM block WHERE block >= ?", arguments: [block])
        try db.execute(
            sql: """
                INSERT INTO block (block, sends, seen_from, seen_to)
                SELECT ?1, count(*), \(timesOfBlock("?1")) HAVING count(*) > 0
                """,
            arguments: [block]
        )
        try db.execute(
            sql: """
                INSERT INTO cursor (name, seq) SELECT 'counted', seq FROM cursor WHERE name = 'send'
                ON CONFLICT (name) DO UPDATE SET seq = max(seq, excluded.seq)
                """
        )
        try db.execute(sql: "UPDATE cursor SET seq = ? WHERE name = 'send'", arguments: [first - 1])
    }
}
