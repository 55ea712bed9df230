import Testing

@Test func stubSendtopClient() {}
