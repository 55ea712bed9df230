import ArgumentParser

/// Why a command ends with another exit code than 0, and the sentence to print.
struct CommandFailure: Error, Sendable {
    /// The exit codes of the outside contract.
    enum Code: Int32, Sendable {
        /// The thing asked for did not happen.
        case notDone = 1
        /// An input file holds a fault.
        case badInput = 2
        /// The command line is wrong.
        case usage = 64
        /// The configuration is wrong.
        case configuration = 78
    }

    var code: Code
    /// What happened, where, and what to do.
    var sentence: String

    init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    /// A value of a flag is wrong usage; one of the environment or the file is a wrong configuration.
    init(_ fault: ConfigurationFault) {
        if case .flag = fault.place {
            self.init(.usage, "\(fault)")
        } else {
            self.init(.configuration, "\(fault)")
        }
    }
}

extension CommandFailure: CustomStringConvertible {
    var description: String {
        sentence
    }
}
