import Testing

@Test func stubSendtopUI() {}
