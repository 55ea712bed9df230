import SendtopCore

/// Makes the same JSON texts for the same seed: nested, with odd numbers, repeated keys and text from all of Unicode.
package struct JSONGenerator: RandomNumberGenerator {
    private var random: SeededGenerator

    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    package mutating func next() -> UInt64 {
        random.next()
    }

    package mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }

    package mutating func pick<Element>(_ elements: [Element], or other: Element) -> Element {
        elements.randomElement(using: &self) ?? other
    }

    /// A string without its quotes, of any scalar that a JSON string may hold unescaped.
    package mutating func string(upTo length: Int = 12) -> String {
        let scalars = (0..<Int.random(in: 0...length, using: &self)).map { _ -> Unicode.Scalar in
            let limit: UInt32 = chance(60) ? 0x7E : chance(50) ? 0x2FFF : 0x10FFFF
            let scalar = Unicode.Scalar(UInt32.random(in: 0x20...limit, using: &self)) ?? "?"
            return scalar == "\"" || scalar == "\\" ? "'" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    package mutating func number() -> String {
        let whole = pick(["0", "-0", "7", "-12", "90071992547409931234", "1"], or: "0")
        let fraction = pick(["", "", ".0", ".10", ".000000000000000000001"], or: "")
        return whole + fraction + pick(["", "", "", "e5", "E+400", "e-07"], or: "")
    }

    /// A JSON text without blanks, as the writer would write it.
    package mutating func value(depth: Int = 4) -> String {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: "null"
        case 1: pick(["true", "false"], or: "true")
        case 2, 3: number()
        case 4, 5: "\"\(string())\""
        case 6:
            "[\((0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth - 1) }.joined(separator: ","))]"
        default: object(depth: depth - 1)
        }
    }

    package mutating func object(depth: Int = 4) -> String {
        let members = (0..<Int.random(in: 0...4, using: &self)).map { _ in
            // Words of the attributes' operations would be checked as such.
            "\"\(chance(10) ? "same" : "k\(string())")\":\(value(depth: depth))"
        }
        return "{\(members.joined(separator: ","))}"
    }
}
