import GRDB

/// The tables of the sandbox's state.
enum SandboxSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("first") { db in
            try db.execute(sql: dashboard)
            try db.execute(sql: people)
            try db.execute(sql: sends)
        }
        return migrator
    }

    private static let dashboard = """
        CREATE TABLE api_key (
            key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL UNIQUE,
            permissions TEXT NOT NULL, ip_allow_list TEXT NOT NULL
        ) STRICT;
        CREATE TABLE campaign (
            id TEXT NOT NULL PRIMARY KEY COLLATE NOCASE, position INTEGER NOT NULL UNIQUE, name TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'archived')),
            transactional INTEGER NOT NULL CHECK (transactional IN (0, 1)),
            subject TEXT NOT NULL, html TEXT NOT NULL, text TEXT NOT NULL
        ) STRICT;
        """

    private static let people = """
        CREATE TABLE user (
            id INTEGER PRIMARY KEY, external_id TEXT UNIQUE,
            email TEXT, first_name TEXT, last_name TEXT, attributes TEXT NOT NULL
        ) STRICT;
        CREATE TABLE alias (
            label TEXT NOT NULL, name TEXT NOT NULL, user_id INTEGER NOT NULL REFERENCES user (id),
            PRIMARY KEY (label, name), UNIQUE (user_id, label)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hard_bounce (email TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """

    // A send without a plan is queued. A delivery is the place of one target in a send's plan; it goes when all is
    // told.
    private static let sends = """
        CREATE TABLE send (
            id INTEGER PRIMARY KEY, dispatch_id TEXT NOT NULL UNIQUE, style TEXT NOT NULL,
            campaign_id TEXT NOT NULL, external_send_id TEXT, user_id INTEGER REFERENCES user (id),
            recipient TEXT NOT NULL, email TEXT, first_name TEXT, last_name TEXT,
            trigger_properties TEXT NOT NULL, late_attributes TEXT,
            outside_sla INTEGER NOT NULL CHECK (outside_sla IN (0, 1)),
            received_at INTEGER NOT NULL, enqueued_at INTEGER NOT NULL, execute_at INTEGER NOT NULL, plan TEXT
        ) STRICT;
        CREATE INDEX send_queued ON send (execute_at) WHERE plan IS NULL;
        CREATE INDEX send_received ON send (received_at);
        CREATE TABLE deduplication (
            external_send_id TEXT NOT NULL PRIMARY KEY, send_id INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE message (
            send_id INTEGER PRIMARY KEY REFERENCES send (id), recipient TEXT NOT NULL,
            subject TEXT NOT NULL, html TEXT NOT NULL, text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE delivery (
            send_id INTEGER NOT NULL REFERENCES send (id), target INTEGER NOT NULL,
            post INTEGER NOT NULL, tries INTEGER NOT NULL, due_at INTEGER NOT NULL,
            PRIMARY KEY (send_id, target)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX delivery_due ON delivery (target, due_at);
        """
}
