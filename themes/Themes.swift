/// The themes that come with the product, embedded in it.
public enum Themes {
    /// A theme file.
    public struct File: Sendable {
        /// The theme's name, which is also the file's.
        public let name: String
        /// The file's bytes, UTF-8.
        public let yaml: [UInt8]
    }

    /// Every theme, the default one first.
    public static let all = [
        File(name: "dark", yaml: PackageResources.dark_yaml),
        File(name: "light", yaml: PackageResources.light_yaml),
    ]
}
