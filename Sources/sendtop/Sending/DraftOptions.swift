import ArgumentParser
import Foundation
import SendtopCore

/// The options that say what to send, and to whom.
struct DraftOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The campaign's API identifier, or its alias in the profile.", valueName: "id|alias"),
        completion: .custom(Completions.campaigns)
    )
    var campaign: String

    @Option(help: ArgumentHelp("The person's external_user_id.", valueName: "user"))
    var to: String?

    @Option(help: ArgumentHelp("The person's user_alias.", valueName: "label:name"))
    var alias: String?

    @Option(
        name: .customLong("attribute"),
        help: ArgumentHelp(
            "Set an attribute; the value is JSON where it reads as JSON, else text. Repeatable.",
            valueName: "k=v"
        )
    )
    var attributePairs: [String] = []

    @Option(
        help: ArgumentHelp(
            "The attributes as a JSON object, from a file, or from standard input.",
            valueName: "json|@file|-"
        )
    )
    var attributes: String?

    @Option(
        name: .customLong("property"),
        help: ArgumentHelp("Set a trigger property, as with --attribute. Repeatable.", valueName: "k=v")
    )
    var propertyPairs: [String] = []

    @Option(
        help: ArgumentHelp(
            "The trigger properties as a JSON object, from a file, or from standard input.",
            valueName: "json|@file|-"
        )
    )
    var properties: String?

    @Option(
        help: ArgumentHelp(
            "Your own name for the send, which also guards against a second mail for 24 hours.",
            valueName: "id|auto"
        )
    )
    var externalSendID: String?

    /// The draft that the options describe, for a profile.
    ///
    /// - Throws: `CommandFailure` for an option that cannot be read as one.
    func draft(for profile: Profile) throws -> SendDraft {
        // An unset variable of a shell: a send without its guard against a second mail, or to nobody.
        let given: [(flag: String, value: String?)] = [
            ("--campaign", campaign), ("--to", to), ("--alias", alias), ("--external-send-id", externalSendID),
        ]
        for (flag, value) in given where value?.isEmpty == true {
            throw CommandFailure(.usage, "\(flag) is empty; give it a value, or leave it out.")
        }
        guard to != nil || alias != nil else {
            throw CommandFailure(
                .usage,
                "Nobody is named to be mailed; give --to USER (an external_user_id) or --alias LABEL:NAME (a user_alias)."
            )
        }
        guard attributes != "-" || properties != "-" else {
            throw CommandFailure(.usage, "--attributes and --properties cannot both be read from standard input.")
        }
        var draft = SendDraft(style: profile.style)
        draft[.campaign] = try campaignID(in: profile)
        draft[.externalUserID] = to ?? ""
        if let alias {
            guard let colon = alias.firstIndex(of: ":") else {
                throw CommandFailure(.usage, "--alias is \"\(alias)\"; it must be LABEL:NAME.")
            }
            draft[.aliasLabel] = String(alias[..<colon])
            draft[.aliasName] = String(alias[alias.index(after: colon)...])
        }
        draft[.attributes] = try object("--attributes", attributes, "--attribute", attributePairs)
        draft[.triggerProperties] = try object("--properties", properties, "--property", propertyPairs)
        draft[.externalSendID] = externalSendID == "auto" ? UUID().uuidString.lowercased() : externalSendID ?? ""
        return draft
    }

    /// The identifier that was given, or that the alias stands for.
    private func campaignID(in profile: Profile) throws -> String {
        let id = profile.campaignID(campaign)
        guard !CampaignID.isValid(id) else { return id }
        let aliases = profile.campaigns.map(\.alias).joined(separator: ", ")
        let place =
            if case .sandbox = profile.keySource { "sandbox.campaigns" } else { "profiles.\(profile.name).campaigns" }
        throw CommandFailure(
            .usage,
            "--campaign is \(JSON.string(campaign).text(escaping: .terminalSafe)), which is neither a campaign API"
                + " identifier nor an alias of profile \"\(profile.name)\"; its aliases are:"
                + " \(aliases.isEmpty ? "none" : aliases). Define one under \(place) in the configuration file."
        )
    }

    /// The text of an object with the pairs set in it; a text that is no object is left for the check to refuse.
    private func object(_ option: String, _ whole: String?, _ pairOption: String, _ pairs: [String]) throws -> String {
        let text = try whole.map { try TextArgument.read($0, option: option) } ?? ""
        guard !pairs.isEmpty else { return text }
        var object = JSONObject()
        if !text.isEmpty {
            guard let parsed = try? JSON(text: text).object else { return text }
            object = parsed
        }
        for pair in pairs {
            guard let equals = pair.firstIndex(of: "="), equals > pair.startIndex else {
                throw CommandFailure(.usage, "\(pairOption) is \"\(pair)\"; it must be KEY=VALUE.")
            }
            let value = String(pair[pair.index(after: equals)...])
            object[String(pair[..<equals])] = (try? JSON(text: value, loneSurrogates: .refused)) ?? .string(value)
        }
        return JSON.object(object).text()
    }
}

/// An argument that is a text, `@FILE`, or `-` for standard input.
enum TextArgument {
    static func read(_ argument: String, option: String) throws -> String {
        let data: Data
        if argument == "-" {
            data = try FileHandle.standardInput.readToEnd() ?? Data()
        } else if argument.hasPrefix("@") {
            let path = String(argument.dropFirst())
            do {
                data = try WholeFile.data(at: path)
            } catch {
                throw CommandFailure(.badInput, "\(option) \(argument) cannot be read: \(FileFailure.sentence(error)).")
            }
        } else {
            return argument
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(.badInput, "\(option) \(argument) is not UTF-8 text.")
        }
        return text
    }
}
