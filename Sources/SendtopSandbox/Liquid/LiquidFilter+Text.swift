import Foundation
import SendtopCore

extension LiquidFilter {
    /// Applies a filter of texts.
    func text(_ text: String, _ arguments: [JSON]) -> JSON {
        let first = arguments.at(0).liquidText
        let second = arguments.at(1).liquidText
        return switch self {
        case .append: .string(text + first)
        case .prepend: .string(first + text)
        case .capitalize: .string(text.prefix(1).uppercased() + text.dropFirst().lowercased())
        case .downcase: .string(text.lowercased())
        case .upcase: .string(text.uppercased())
        case .escape: .string(LiquidFilter.escaped(text))
        case .lstrip: .string(String(text.drop(while: \.isWhitespace)))
        case .rstrip: .string(LiquidFilter.strippedRight(text))
        case .strip: .string(String(LiquidFilter.strippedRight(text).drop(while: \.isWhitespace)))
        case .stripHTML: .string(LiquidFilter.withoutTags(text))
        case .stripNewlines: .string(text.filter { !$0.isNewline })
        case .newlineToBR: .string(LiquidFilter.withBreaks(text))
        case .remove: .string(LiquidFilter.replaced(text, first, ""))
        case .removeFirst: .string(LiquidFilter.replaced(text, first, "", once: true))
        case .replace: .string(LiquidFilter.replaced(text, first, second))
        case .replaceFirst: .string(LiquidFilter.replaced(text, first, second, once: true))
        case .slice: .string(LiquidFilter.slice(text, arguments))
        case .split: .array(LiquidFilter.split(text, by: first))
        case .truncate: .string(LiquidFilter.truncated(text, arguments))
        case .truncateWords: .string(LiquidFilter.truncatedWords(text, arguments))
        case .urlEncode: .string(LiquidFilter.urlEncoded(text))
        default: .string(text)
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func strippedRight(_ text: String) -> String {
        let end = text.lastIndex { !$0.isWhitespace }
        return end.map { String(text[...$0]) } ?? ""
    }

    private static func withBreaks(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.joined(separator: "<br />\n")
    }

    private static func withoutTags(_ text: String) -> String {
        var result = ""
        var isInside = false
        for character in text {
            switch character {
            case "<": isInside = true
            case ">" where isInside: isInside = false
            default: if !isInside { result.append(character) }
            }
        }
        return result
    }

    private static func replaced(_ text: String, _ old: String, _ new: String, once: Bool = false) -> String {
        guard !old.isEmpty else { return text }
        guard once else { return text.replacing(old, with: new) }
        return text.replacing(old, with: new, maxReplacements: 1)
    }

    private static func slice(_ text: String, _ arguments: [JSON]) -> String {
        let start = arguments.at(0).liquidInt
        let from = start < 0 ? Int64(text.count) + start : start
        guard from >= 0, from <= text.count else { return "" }
        let length = arguments.count > 1 ? max(0, arguments.at(1).liquidInt) : 1
        return String(text.dropFirst(Int(from)).prefix(Int(clamping: length)))
    }

    private static func split(_ text: String, by separator: String) -> [JSON] {
        guard !text.isEmpty else { return [] }
        guard !separator.isEmpty else { return text.map { .string(String($0)) } }
        var parts = text.components(separatedBy: separator)
        while parts.last == "" { parts.removeLast() }
        return parts.map(JSON.string)
    }

    private static func truncated(_ text: String, _ arguments: [JSON]) -> String {
        let length = arguments.isEmpty ? 50 : Int(clamping: max(0, arguments.at(0).liquidInt))
        let ending = arguments.count > 1 ? arguments.at(1).liquidText : "..."
        guard text.count > length else { return text }
        return text.prefix(max(0, length - ending.count)) + ending
    }

    private static func truncatedWords(_ text: String, _ arguments: [JSON]) -> String {
        let count = arguments.isEmpty ? 15 : Int(clamping: max(1, arguments.at(0).liquidInt))
        let ending = arguments.count > 1 ? arguments.at(1).liquidText : "..."
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count > count else { return text }
        return words.prefix(count).joined(separator: " ") + ending
    }

    private static func urlEncoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: " "): result += "+"
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
