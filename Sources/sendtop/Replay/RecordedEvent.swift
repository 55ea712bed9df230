import Foundation
import SendtopCore

/// Reads a line of a recording: an event as `export events` writes it, or the bare body of a postback.
enum RecordedEvent {
    /// Why a line is neither, without a full stop.
    struct Fault: Error, CustomStringConvertible {
        let description: String
        /// Where in the line, when that is known.
        var column: Int?
    }

    /// The events of one line; a bare body that is an array has one for each element.
    ///
    /// - Parameter now: when a bare body, which does not say so itself, came in.
    static func events(_ line: [UInt8], now: Timestamp) throws(Fault) -> [Event] {
        let json: JSON
        do {
            json = try JSON(mending: line)
        } catch {
            throw notJSON(error)
        }
        if let object = json.object, object["body"] != nil || object["body_base64"] != nil, object["at"] != nil {
            // What was exported is UTF-8; where it is not, it would be another body than the one that came.
            guard String(validating: line, as: UTF8.self) != nil else {
                throw Fault(description: "the line is an exported event, and not all of it is UTF-8")
            }
            return [try event(object)]
        }
        if let object = json.object, isExportedSend(object) {
            throw Fault(
                description: "the line is of an export of sends; replay takes one of events, as sendtop export events"
                    + " writes it"
            )
        }
        do {
            return try Event.postbacks(body: line, at: now, source: nil, headers: [])
        } catch {
            switch error {
            case .notJSON(let error): throw notJSON(error)
            case .notObjectOrArray(let kind):
                throw Fault(description: "the line is \(kind), and neither an exported event nor a postback")
            case .tooManyElements: throw Fault(description: "\(error)")
            }
        }
    }

    /// Whether it is a row of `export sends`, which a ledger would keep for ever as a postback.
    private static func isExportedSend(_ object: JSONObject) -> Bool {
        object["body"] == nil
            && ["dispatch_id", "first_seen", "contradictory", "duplicates"].allSatisfy { object[$0] != nil }
    }

    private static func notJSON(_ error: JSONError) -> Fault {
        Fault(description: "the line is not JSON: \(error.problem.sentence)", column: error.column)
    }

    private static func event(_ object: JSONObject) throws(Fault) -> Event {
        guard let at = object["at"]?.string.flatMap(Timestamp.init(iso8601:)) else {
            throw Fault(description: "\"at\" must be a moment in ISO 8601")
        }
        let kind = object["kind"]?.string ?? Event.Kind.postback.rawValue
        guard !kind.isEmpty else { throw Fault(description: "\"kind\" must not be empty") }
        return Event(
            at: at,
            kind: Event.Kind(rawValue: kind),
            dispatchID: object["dispatch_id"]?.string,
            requestID: object["request_id"]?.string,
            status: object["status"]?.string,
            source: object["source"]?.string,
            headers: (object["headers"]?.array ?? []).compactMap(header),
            body: try body(object)
        )
    }

    private static func header(_ value: JSON) -> Event.Header? {
        guard let pair = value.array, pair.count == 2, let name = pair[0].string, let text = pair[1].string else {
            return nil
        }
        return Event.Header(name: name, value: text)
    }

    private static func body(_ object: JSONObject) throws(Fault) -> [UInt8] {
        if let text = object["body"]?.string { return Array(text.utf8) }
        guard let text = object["body_base64"]?.string, let data = Data(base64Encoded: text) else {
            throw Fault(description: "\"body\" must be text, or \"body_base64\" the bytes in base64")
        }
        return [UInt8](data)
    }
}
