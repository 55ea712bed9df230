import Testing

/// Tests of the real program in a real terminal, one after the other: they measure time, and share two processors.
@Suite("end to end", .serialized)
enum EndToEnd {}
