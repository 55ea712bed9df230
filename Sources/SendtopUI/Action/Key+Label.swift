extension Key {
    /// The key's name on the screen.
    func label(_ glyphs: Glyphs) -> String {
        let isUnicode = glyphs == .unicode
        return switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(" "): "C-Space"
        case .control(let letter): "C-\(letter)"
        case .modified(let motion, let modifier): "\(modifier.label)\(motion.key.label(glyphs))"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "S-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .up: isUnicode ? "↑" : "Up"
        case .down: isUnicode ? "↓" : "Down"
        case .left: isUnicode ? "←" : "Left"
        case .right: isUnicode ? "→" : "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .paste: "paste"
        case .mouse: "mouse"
        case .focusIn, .focusOut: "focus"
        }
    }
}

extension Key.Modifier {
    fileprivate var label: String {
        switch self {
        case .shift: "S-"
        case .control: "C-"
        case .controlShift: "C-S-"
        }
    }
}
