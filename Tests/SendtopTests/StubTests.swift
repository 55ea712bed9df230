import Testing

@Test func stubSendtop() {}
