import SendtopUI

extension Theme {
    /// A theme with a colour of its own for errors, and one other for every other role.
    static func test(painted: Bool = false, c256: Int = 203) throws -> Theme {
        let roles = Role.allCases.map { role in
            let colors =
                role == .error ? "c256: \(c256), c16: bright-red, mono: reverse" : "c256: 117, c16: cyan, mono: bold"
            return "  \(role.rawValue): {rgb: \"#ffffff\", \(colors)}"
        }
        return try Theme(
            yaml: """
                name: test
                background: {rgb: "#000000", c256: 16, c16: \(painted ? "black" : "terminal"), painted: \(painted)}
                roles:
                \(roles.joined(separator: "\n"))
                """,
            file: "test.yaml"
        )
    }
}
