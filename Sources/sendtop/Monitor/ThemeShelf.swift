import Foundation
import SendtopThemes
import SendtopUI

/// The themes that can be chosen: the embedded ones, and the user's own.
struct ThemeShelf: Sendable {
    private let folder: String
    /// The path of a theme that is in no folder of themes.
    private let file: String?

    /// - Parameters:
    ///   - folder: where the user's own are.
    ///   - file: another theme by its path; a name is none.
    init(folder: String, file: String? = nil) {
        self.folder = folder
        self.file = file.flatMap { $0.contains("/") ? $0 : nil }
    }

    /// The names of all themes, the embedded ones first; the one with a path is named by it.
    var names: [String] {
        let own = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let ownNames = own.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
            .sorted()
        let embedded = Themes.all.map(\.name)
        return embedded + ownNames.filter { !embedded.contains($0) } + [file].compactMap { $0 }
    }

    /// The folders in which themes may change.
    var folders: [String] {
        [folder] + [file].compactMap { $0.map { URL(filePath: $0).deletingLastPathComponent().path } }
    }

    /// What is wrong with a theme, in a line of the screen: without the folder of the user's own.
    func sentence(_ error: any Error) -> String {
        "\(error)".replacing(folder + "/", with: "")
    }

    /// A theme by its name or by the path of its file; the user's own go before the embedded ones.
    ///
    /// - Throws: `CommandFailure` that names the fault and its place.
    func theme(_ nameOrPath: String) throws -> Theme {
        let isPath = nameOrPath.contains("/") || nameOrPath.hasSuffix(".yaml")
        let path = isPath ? nameOrPath : "\(folder)/\(nameOrPath).yaml"
        if isPath || FileManager.default.fileExists(atPath: path) {
            return try read(path)
        }
        guard let embedded = Themes.all.first(where: { $0.name == nameOrPath }) else {
            throw CommandFailure(
                .configuration,
                "There is no theme \"\(nameOrPath)\"; known: \(names.joined(separator: ", ")). A file is named by its path."
            )
        }
        return try Theme.reading(String(decoding: embedded.yaml, as: UTF8.self), file: "\(embedded.name).yaml")
    }

    private func read(_ path: String) throws -> Theme {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CommandFailure(.configuration, "The theme \(path) cannot be read: \(FileFailure.sentence(error)).")
        }
        return try Theme.reading(text, file: path)
    }
}

extension Theme {
    fileprivate static func reading(_ yaml: String, file: String) throws -> Theme {
        do {
            return try Theme(yaml: yaml, file: file)
        } catch {
            throw CommandFailure(.configuration, "\(error)")
        }
    }
}
