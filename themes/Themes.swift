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
        File(name: "contrast-dark", yaml: PackageResources.contrast_dark_yaml),
        File(name: "contrast-light", yaml: PackageResources.contrast_light_yaml),
        File(name: "protan", yaml: PackageResources.protan_yaml),
        File(name: "deutan", yaml: PackageResources.deutan_yaml),
        File(name: "tritan", yaml: PackageResources.tritan_yaml),
        File(name: "monochrome", yaml: PackageResources.monochrome_yaml),
        File(name: "terminal", yaml: PackageResources.terminal_yaml),
        File(name: "catppuccin-latte", yaml: PackageResources.catppuccin_latte_yaml),
        File(name: "catppuccin-mocha", yaml: PackageResources.catppuccin_mocha_yaml),
        File(name: "dracula", yaml: PackageResources.dracula_yaml),
        File(name: "gruvbox-dark", yaml: PackageResources.gruvbox_dark_yaml),
        File(name: "gruvbox-light", yaml: PackageResources.gruvbox_light_yaml),
        File(name: "nord", yaml: PackageResources.nord_yaml),
        File(name: "solarized-dark", yaml: PackageResources.solarized_dark_yaml),
        File(name: "solarized-light", yaml: PackageResources.solarized_light_yaml),
        File(name: "tokyo-night", yaml: PackageResources.tokyo_night_yaml),
    ]
}
