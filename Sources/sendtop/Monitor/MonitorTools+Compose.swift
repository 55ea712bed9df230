import SendtopCore
import SendtopStore
import SendtopTerminal
import SendtopUI

/// What the form asks for beside sending. Keys do not wait for any of it.
extension MonitorTools {
    /// Looks up what our own sends were composed of.
    func loadUsed() {
        start { [ledger, mailbox, mask] in
            let used = try await ledger.usedValues()
            mailbox.post(.used(mask == nil ? used : used.withoutPeople))
        }
    }

    /// Reads the saved drafts.
    func loadDrafts() {
        change { try await $0.drafts() }
    }

    /// Keeps a draft.
    func save(_ draft: SavedDraft) {
        change(saying: "saved as \(draft.name)") { try await $0.save(draft) }
    }

    /// Forgets a draft.
    func deleteDraft(_ name: String) {
        change(saying: "\(name) deleted") { try await $0.delete(name) }
    }

    /// Puts a text where the terminal pastes from.
    func copy(_ text: String, name: String, to terminal: Terminal) {
        if let route = terminal.copy(text) {
            mailbox.post(.said("\(name) copied \(route.words)", isProblem: false))
        } else {
            mailbox.post(.said("\(name) is too long for a terminal's clipboard", isProblem: true))
        }
    }

    private func change(
        saying sentence: String? = nil,
        _ work: @escaping @Sendable (DraftFile) async throws -> [SavedDraft]
    ) {
        guard let draftFile else { return }
        start { [mailbox] in
            do {
                mailbox.post(.drafts(try await work(draftFile)))
                if let sentence { mailbox.post(.said(sentence, isProblem: false)) }
            } catch {
                mailbox.post(.draftsFailed("\(error)"))
                if sentence != nil { mailbox.post(.said("\(error)", isProblem: true)) }
            }
        }
    }
}
