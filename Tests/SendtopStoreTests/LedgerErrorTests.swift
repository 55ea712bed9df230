import SendtopStore
import Testing

@Suite struct LedgerErrorTests {
    @Test(
        "Each fault is one sentence that says what, where and what to do",
        arguments: [
            (
                LedgerError.Problem.missing,
                "There is no ledger at /l.sqlite; start sendtop listen for it first, or name another with --ledger."
            ),
            (
                .underived,
                "The derived tables of the ledger /l.sqlite are missing; sendtop ledger rebuild makes them anew."
            ),
            (.cannotOpen("Is a directory"), "The ledger /l.sqlite cannot be opened: Is a directory."),
            (.owned(by: 7), "The ledger /l.sqlite is in use by process 7; stop that one first, or look on."),
            (.owned(by: nil), "The ledger /l.sqlite is in use by another process; stop that one first, or look on."),
            (.locked, "The ledger /l.sqlite is locked by another process; try again, or end that process."),
            (.diskFull, "The ledger /l.sqlite cannot grow because its disk is full; make room."),
            (
                .readOnly,
                "The ledger /l.sqlite cannot be written; check the permissions of the file, its folder and its disk."
            ),
            (.unreadable, "The ledger /l.sqlite may not be read; check the permissions of the file."),
            (
                .replaced,
                "The ledger was removed or replaced; put it back, or start sendtop again: /l.sqlite"
            ),
            (.looker, "The ledger /l.sqlite was opened to look only; nothing can be written to it."),
            (
                .damaged("malformed"),
                "The ledger /l.sqlite is damaged (malformed); restore a backup, or start sendtop listen, which puts aside what "
                    + "it finds broken and saves what is sound."
            ),
            (.notALedger, "/l.sqlite is not a ledger of sendtop; name another file with --ledger."),
            (
                .strangeDerived,
                "/l.sqlite-derived holds no derived tables of the ledger /l.sqlite; sendtop ledger rebuild puts it aside and "
                    + "makes them anew."
            ),
            (.newer, "The ledger /l.sqlite was written by a newer sendtop; use that version."),
            (
                .older,
                "The ledger /l.sqlite was written by an older sendtop; sendtop ledger rebuild brings it up to date."
            ),
            (.cannotCopy("its disk is full"), "The copy /l.sqlite cannot be written: its disk is full."),
            (.overloaded, "The ledger /l.sqlite takes events more slowly than they come; send again later."),
            (.closed, "The ledger /l.sqlite is closed."),
            (.other("disk I/O error"), "The ledger /l.sqlite failed: disk I/O error."),
        ]
    )
    func sentence(problem: LedgerError.Problem, expected: String) {
        #expect(LedgerError(path: "/l.sqlite", problem: problem).description == expected)
    }
}
