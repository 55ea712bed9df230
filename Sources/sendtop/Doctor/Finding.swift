import SendtopCore
import SendtopUI

/// What one check of `sendtop doctor` found.
struct Finding: Sendable, Hashable {
    /// How bad it is.
    enum Verdict: String, Sendable {
        case ok
        case warning
        case fault
    }

    /// What was looked at.
    enum Subject: String, Sendable {
        case configuration
        case endpoint
        case key
        case port
        case listener
        case token
        case disk
        case ledger
        case terminal
        case clock
    }

    var subject: Subject
    var verdict: Verdict
    /// One sentence that says what is the matter.
    var sentence: String
    /// What to do about it; `nil` when there is nothing to do.
    var advice: String?

    static func ok(_ subject: Subject, _ sentence: String) -> Finding {
        Finding(subject: subject, verdict: .ok, sentence: sentence)
    }

    static func warning(_ subject: Subject, _ sentence: String, _ advice: String? = nil) -> Finding {
        Finding(subject: subject, verdict: .warning, sentence: sentence, advice: advice)
    }

    static func fault(_ subject: Subject, _ sentence: String, _ advice: String? = nil) -> Finding {
        Finding(subject: subject, verdict: .fault, sentence: sentence, advice: advice)
    }
}

extension Finding {
    /// `check`, `verdict`, `sentence` and `advice`.
    var row: ExportRow {
        var object = JSONObject()
        object["check"] = .string(subject.rawValue)
        object["verdict"] = .string(verdict.rawValue)
        object["sentence"] = .string(sentence)
        object["advice"] = advice.map(JSON.string) ?? .null
        return ExportRow(object)
    }
}

extension Finding.Verdict {
    var role: Role {
        switch self {
        case .ok: .good
        case .warning: .warning
        case .fault: .error
        }
    }

    /// The shape that says the same as word and colour.
    func shape(isUnicode: Bool) -> String {
        switch self {
        case .ok: isUnicode ? "✓" : "+"
        case .warning: isUnicode ? "▲" : "!"
        case .fault: isUnicode ? "✗" : "x"
        }
    }
}
