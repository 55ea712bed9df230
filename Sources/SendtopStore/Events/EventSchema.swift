import Foundation
import GRDB
import SendtopCore

/// The tables of the event file.
enum EventSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: first)
        }
        migrator.registerMigration("mask") { db in try db.execute(sql: mask) }
        return migrator
    }

    /// The key of the pseudonyms is not the identity, which everybody may see.
    private static let mask = """
        CREATE TABLE mask (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            key BLOB NOT NULL CHECK (length(key) = \(Mask.keyLength))
        ) STRICT;
        INSERT INTO mask (id, key) VALUES (1, randomblob(\(Mask.keyLength)));
        """

    /// What pseudonyms are made with.
    static func maskKey(_ events: DatabasePool, ledger: String) throws(LedgerError) -> [UInt8] {
        do {
            return [UInt8](try events.read { try Data.fetchOne($0, sql: "SELECT key FROM mask") } ?? Data())
        } catch {
            throw LedgerError(error, path: ledger)
        }
    }

    /// A ledger's identity is its own for ever, so that its derived file knows it.
    ///
    /// Sequence numbers have no gaps and are never used twice. Retention raises `retention.through`, and may then
    /// delete the events up to there, in steps; the newest event stays.
    private static let first = """
        PRAGMA application_id = \(LedgerDatabase.applicationID);

        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            identity BLOB NOT NULL CHECK (length(identity) = 16)
        ) STRICT;
        INSERT INTO ledger (id, identity) VALUES (1, randomblob(16));

        CREATE TABLE retention (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            through INTEGER NOT NULL CHECK (through >= 0)
        ) STRICT;
        INSERT INTO retention (id, through) VALUES (1, 0);

        CREATE TABLE event (
            seq INTEGER PRIMARY KEY CHECK (seq > 0),
            at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            dispatch_id TEXT CHECK (dispatch_id <> ''),
            request_id TEXT CHECK (request_id <> ''),
            status TEXT,
            source TEXT,
            headers BLOB CHECK (length(headers) > 0),
            body BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER event_is_appended BEFORE INSERT ON event
        WHEN NEW.seq <> (SELECT ifnull(max(seq), 0) + 1 FROM event)
        BEGIN
            SELECT RAISE(ABORT, 'an event is appended after the newest one');
        END;

        CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
        BEGIN
            SELECT RAISE(ABORT, 'an event never changes');
        END;

        CREATE TRIGGER event_stays BEFORE DELETE ON event
        WHEN OLD.seq > (SELECT through FROM retention) OR OLD.seq = (SELECT max(seq) FROM event)
        BEGIN
            SELECT RAISE(ABORT, 'an event is deleted by retention alone');
        END;

        CREATE TRIGGER retention_rises BEFORE UPDATE ON retention
        WHEN NEW.through < OLD.through
        BEGIN
            SELECT RAISE(ABORT, 'what retention has given up does not come back');
        END;

        CREATE TRIGGER retention_stays BEFORE DELETE ON retention
        BEGIN
            SELECT RAISE(ABORT, 'what retention has given up does not come back');
        END;
        """
}
