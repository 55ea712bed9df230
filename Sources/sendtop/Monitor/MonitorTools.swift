import Foundation
import SendtopCore
import SendtopStore
import SendtopTerminal
import SendtopUI

/// What the screen does with sends that somebody picked: find, copy, export. Keys do not wait for any of it.
@MainActor
final class MonitorTools {
    let ledger: Ledger
    let mailbox: Mailbox
    let draftFile: DraftFile?
    private let memoryFile: MemoryFile?
    let mask: Mask?
    private let exportFolder: String?
    private var tasks: [Int: Task<Void, Never>] = [:]
    private var count = 0

    init(setup: MonitorSetup, mailbox: Mailbox) {
        ledger = setup.ledger
        mask = setup.mask
        draftFile = setup.drafts
        memoryFile = setup.memory
        exportFolder = setup.exportFolder
        self.mailbox = mailbox
    }

    /// Looks for the sends that are to be marked.
    func find(_ request: MarkRequest) {
        start { [ledger, mailbox, mask] in
            let range = request.from...max(request.from, request.to)
            let limit = MarkRequest.limit + 1
            let ids = try await ledger.ids(filter: request.filter, in: range, limit: limit, now: .now(), mask: mask)
            mailbox.post(.marked(request, ids))
        }
    }

    /// Looks for the send with an id.
    func locate(_ text: String) {
        start { [ledger, mailbox] in
            mailbox.post(.located(text, try await ledger.ids(named: text)))
        }
    }

    /// Puts the ids of sends where the terminal pastes from, one a line.
    func copy(_ ids: [Int64], to terminal: Terminal) {
        start { [ledger, mailbox] in
            let names = try await ledger.sends(ids: ids).compactMap { $0.send.dispatchID ?? $0.send.requestID }
            let text = names.joined(separator: "\n")
            if let route = await terminal.copy(text) {
                let what = names.count == 1 ? names[0] : "\(names.count) ids"
                mailbox.post(.said("\(what) copied \(route.words)", isProblem: false))
            } else {
                let sentence = "\(names.count) ids are too many for a terminal's clipboard; export them to a file."
                mailbox.post(.said(sentence, isProblem: true))
            }
        }
    }

    /// Writes sends to a new file.
    func export(_ sends: SendExport) {
        guard let exportFolder else { return }
        start { [ledger, mailbox, mask] in
            let now = Timestamp.now()
            let file = try ExportFile(folder: exportFolder, name: "sends", ending: sends.format.rawValue, now: now)
            let count = try await SendsExport(ledger: ledger, mask: mask, export: sends, now: now).write(to: file)
            try file.finish()
            mailbox.post(.said("\(count.counted("send")) written to \(file.path)", isProblem: false))
        }
    }

    /// Writes a text to a new file.
    func export(_ document: ExportDocument) {
        guard let exportFolder else { return }
        start { [mailbox] in
            let ending = document.format.rawValue
            let file = try ExportFile(folder: exportFolder, name: document.name, ending: ending, now: .now())
            try file.write(document.text)
            try file.finish()
            mailbox.post(.said("\(document.summary) written to \(file.path)", isProblem: false))
        }
    }

    /// Shows a masked send as it is, as soon as the ledger has it for good who looks.
    func peek(_ id: Int64) {
        start { [ledger, mailbox] in
            guard let row = try await ledger.sends(ids: [id]).first else { return }
            _ = try await ledger.append([Event(peekAt: row.send, by: .current, at: .now())])
            mailbox.post(.peeked(Timeline(row: row, events: try await ledger.events(of: row))))
        }
    }

    /// Keeps what the screen remembers for the next run.
    func remember(_ memory: ScreenMemory) {
        guard let memoryFile else { return }
        start { try await memoryFile.keep(memory) }
    }

    /// Gives up what is under way.
    func stop() async {
        for task in tasks.values { task.cancel() }
        for task in tasks.values { await task.value }
    }

    /// Begins some work; what it throws is said on the screen.
    func start(_ work: @escaping @Sendable () async throws -> Void) {
        count += 1
        let number = count
        tasks[number] = Task { [mailbox] in
            do {
                try await work()
            } catch is CancellationError {
            } catch {
                mailbox.post(.said("\(error)", isProblem: true))
            }
            tasks[number] = nil
        }
    }
}

extension CopyRoute {
    /// How the text went; whether the terminal took it, it does not say.
    var words: String {
        switch self {
        case .terminal: "to the terminal's clipboard (OSC 52)"
        case .tmux: "through tmux (its set-clipboard must be on)"
        case .screen: "through screen to the terminal's clipboard (OSC 52)"
        }
    }
}
