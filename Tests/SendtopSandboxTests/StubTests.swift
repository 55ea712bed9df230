import Testing

@Test func stubSendtopSandbox() {}
