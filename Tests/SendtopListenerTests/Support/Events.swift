import SendtopCore

/// Keeps what a listener stores.
actor Events {
    private(set) var all: [Event] = []
    private(set) var batches = 0

    func append(_ events: [Event]) {
        all += events
        batches += 1
    }
}
