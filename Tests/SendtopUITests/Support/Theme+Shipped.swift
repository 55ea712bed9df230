import SendtopThemes
import SendtopUI
import Testing

extension Theme {
    /// A theme that comes with the product.
    static func shipped(_ name: String) throws -> Theme {
        let file = try #require(Themes.all.first { $0.name == name })
        return try Theme(yaml: String(decoding: file.yaml, as: UTF8.self), file: "\(name).yaml")
    }
}
