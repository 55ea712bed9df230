import Testing

@Test func stubSendtopCore() {}
