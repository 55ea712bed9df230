import Foundation

/// Standard input, output and error, which whoever starts a program may have closed.
enum StandardDescriptors {
    /// Opens those that are closed, so that no file or event loop of ours gets their numbers, and what is meant for them.
    ///
    /// To read from or to write to one of them fails as if it were closed still.
    static func fill() {
        for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest number that is free is its own.
            _ = open("/dev/null", mode)
        }
    }
}
