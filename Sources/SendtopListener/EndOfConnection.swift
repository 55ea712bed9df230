/// Ends a connection after an answer that said so, or whose sender goes on after it was refused.
struct EndOfConnection: Error {}
