import Testing

@Test func stubSendtopStore() {}
