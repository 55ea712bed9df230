import SendtopUI

/// What was held down with a key, as terminals number it; Alt and others are left out.
struct KeyModifiers: OptionSet {
    let rawValue: Int

    static let shift = KeyModifiers(rawValue: 1)
    static let control = KeyModifiers(rawValue: 4)

    init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// From the number of a sequence, which is one more than the sum.
    init(parameter: Int) {
        self.init(rawValue: (max(1, parameter) - 1) & 0b101)
    }
}

extension Key {
    /// A key that moves, with what was held down.
    init(_ motion: Motion, with modifiers: KeyModifiers) {
        self =
            switch (modifiers.contains(.shift), modifiers.contains(.control)) {
            case (false, false): motion.key
            case (true, false): .modified(motion, .shift)
            case (false, true): .modified(motion, .control)
            case (true, true): .modified(motion, .controlShift)
            }
    }
}
