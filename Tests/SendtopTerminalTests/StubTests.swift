import Testing

@Test func stubSendtopTerminal() {}
