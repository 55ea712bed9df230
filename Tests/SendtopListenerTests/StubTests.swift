import Testing

@Test func stubSendtopListener() {}
