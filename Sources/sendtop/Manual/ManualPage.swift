/// The manual page in mdoc(7), made from the command line's own definitions.
struct ManualPage {
    let root: CommandDescription
    let version: String

    /// Options that most commands have, told once.
    private static let common: Set<String> = ["--config", "--ledger", "--profile", "--log-file", "--help", "--version"]

    var text: String {
        (head + commands + files + status + examples).joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        var lines = [".\\\" Made by 'sendtop manual' from the command line's own definitions."]
        lines += [".Dd $Mdocdate$", ".Dt SENDTOP 1", ".Os", ".Sh NAME", ".Nm sendtop", ".Nd \(Mdoc.text(abstract))"]
        lines += [".Sh SYNOPSIS"]
        for command in root.subcommands {
            lines += [".Nm", ".Cm \(command.name)", ".Op Ar option ..."] + synopsis(command)
        }
        lines += [".Sh DESCRIPTION", Mdoc.paragraph(root.abstract.capitalizedFirst), Mdoc.paragraph(root.discussion)]
        lines += [".Pp", "Without a command it does what", ".Cm watch", "does.", "This page is of version \(version)."]
        lines += [".Pp", "All commands that read the configuration take these options:", ".Bl -tag -width Ds"]
        lines += commonArguments.flatMap(item)
        return lines + [".El"]
    }

    private var abstract: String {
        let sentence = root.abstract.split(separator: ":").first.map(String.init) ?? root.abstract
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    private var commonArguments: [CommandDescription.Argument] {
        (root.subcommands.first?.arguments ?? []).filter(isCommon)
    }

    private func isCommon(_ argument: CommandDescription.Argument) -> Bool {
        argument.names.contains(where: ManualPage.common.contains)
    }

    private func synopsis(_ command: CommandDescription) -> [String] {
        if !command.subcommands.isEmpty { return [".Ar command"] }
        return command.arguments.filter { $0.kind == .positional }.map { argument in
            let name = Mdoc.text(argument.value) + (argument.isRepeating ? " ..." : "")
            return argument.isOptional ? ".Op Ar \(name)" : ".Ar \(name)"
        }
    }

    private var commands: [String] {
        [".Sh COMMANDS"] + root.subcommands.flatMap { command($0, path: $0.name) }
    }

    private func command(_ command: CommandDescription, path: String) -> [String] {
        let own = ManualPage.paired(command.arguments.filter { !isCommon($0) })
        var lines = [".Ss sendtop \(path)", Mdoc.paragraph(command.abstract)]
        if !command.discussion.isEmpty { lines += [".Pp", Mdoc.paragraph(command.discussion)] }
        if !own.isEmpty { lines += [".Bl -tag -width Ds"] + own.flatMap(item) + [".El"] }
        return lines + command.subcommands.flatMap { self.command($0, path: "\(path) \($0.name)") }
    }

    /// The arguments, with a flag and the one that says no to it told together: they have one text.
    private static func paired(_ arguments: [CommandDescription.Argument]) -> [CommandDescription.Argument] {
        arguments.reduce(into: [CommandDescription.Argument]()) { all, argument in
            if let last = all.last, last.kind == .flag, argument.names == last.names.map({ "--no-" + $0.dropFirst(2) })
            {
                all[all.count - 1].names += argument.names
            } else {
                all.append(argument)
            }
        }
    }

    private func item(_ argument: CommandDescription.Argument) -> [String] {
        let value = "Ar \(Mdoc.word(argument.value))"
        guard !argument.names.isEmpty else { return [".It \(value)", Mdoc.paragraph(argument.help)] }
        let names = argument.names.map { "Fl \(Mdoc.flag($0))" }.joined(separator: " , ")
        return [".It \(names)" + (argument.kind == .option ? " \(value)" : ""), Mdoc.paragraph(argument.help)]
    }

    private var files: [String] {
        var lines = [".Sh ENVIRONMENT", "Every option of the configuration has a variable of its own:"]
        lines += [".Bl -tag -width Ds"]
        for key in OptionKey.allCases {
            lines += [".It Ev \(key.environmentVariable)", "as", ".Fl \(Mdoc.flag(key.flag))"]
        }
        for key in SandboxKey.allCases {
            lines += [".It Ev \(key.environmentVariable)", "as", ".Fl \(Mdoc.flag(key.flag))", "of the sandbox"]
        }
        for key in SandboxPlaceKey.allCases {
            lines += [".It Ev \(key.environmentVariable)", "as", ".Fl \(Mdoc.flag(key.flag))", "of the sandbox"]
        }
        lines += [".It Ev SENDTOP_CONFIG", "as", ".Fl -config"]
        lines += [".It Ev SENDTOP_API_KEY", "the API key of the profile"]
        lines += [".It Ev SENDTOP_TOKEN", "tokens of which a postback must bring one"]
        lines += [".It Ev SENDTOP_BASIC_AUTH", "pairs name:password of which a postback must bring one", ".El"]
        lines += [".Sh FILES", ".Bl -tag -width Ds"]
        lines += [".It Pa ~/.config/sendtop/config.yaml", "the configuration"]
        lines += [".It Pa ~/.config/sendtop/keys.yaml", "keys of your own"]
        lines += [".It Pa ~/.config/sendtop/themes/", "themes of your own"]
        lines += [".It Pa ~/.local/state/sendtop/", "ledgers, one a profile, and logs", ".El"]
        return lines
    }

    private var examples: [String] {
        let samples = [
            ("Everything at work, with no account:", "sendtop demo"),
            ("Take postbacks in, and watch them:", "sendtop --listen 127.0.0.1:7363"),
            (
                "One mail, followed to its end:",
                "sendtop send --campaign order-confirmation --to ada --expect delivered"
            ),
            (
                "What bounced today, for a spreadsheet:",
                "sendtop export sends --filter 'status:bounced age<24h' --format csv"
            ),
        ]
        var lines = [".Sh EXAMPLES"]
        for (what, command) in samples { lines += [".Pp", what, ".Dl \(Mdoc.text(command))"] }
        return lines + [".Sh SEE ALSO", ".Xr curl 1 ,", ".Xr systemd.service 5 ,", ".Xr tmux 1"]
    }

    private var status: [String] {
        [
            ".Sh EXIT STATUS", ".Bl -tag -width Ds",
            ".It 0", "Done.", ".It 1", "The thing asked for did not happen.",
            ".It 2", "An input file holds a fault, or", ".Cm doctor", "found one.",
            ".It 64", "The command line is wrong.", ".It 78", "The configuration is wrong.", ".El",
        ]
    }
}

extension String {
    /// The text with its first letter a capital one.
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
