extension Conformance {
    private static let page = "transactional-v1-recipient.md:"

    /// The rows of the v1 page again, in the shape of the page with `recipients`, each by that page's line.
    static let recipientsTwins = twins(
        request + users + response + postbacks,
        of: "transactional-v1-recipients.txt",
        by: .recipients,
        [
            15: [5], 24: [7], 35: [15], 36: [16], 41: [29], 42: [30], 43: [31], 45: [33], 46: [34], 47: [35], 48: [36],
            57: [45, 47, 49], 58: [50], 59: [51, 53, 55], 74: [82], 85: [90], 91: [100], 92: [101], 93: [102],
            115: [107], 117: [109], 128: [136], 129: [137], 130: [138], 132: [140], 133: [141], 134: [142],
            135: [143], 136: [144], 137: [145], 138: [146], 139: [147], 140: [148], 141: [149], 142: [150],
            151: [154], 152: [155], 153: [156], 154: [157], 155: [158], 161: [224], 166: [229], 175: [238],
            186: [249], 191: [254], 198: [261], 209: [272], 215: [278],
        ]
    )

    /// The rows on the request again, on the legacy path, each by the legacy page's line.
    static let legacyTwins = twins(
        request.filter { !$0.words.contains("a-zA-Z0-9") },
        of: "transactional-v2-legacy.md",
        by: .legacy,
        [
            15: [83], 24: [20], 35: [33], 36: [34], 41: [39], 42: [40], 43: [41], 45: [43], 46: [44], 47: [45],
            48: [47], 58: [57],
        ]
    )

    private static func twins(
        _ rows: [ConformanceRow],
        of source: String,
        by form: ConformanceService.Form,
        _ lines: [Int: [Int]]
    ) -> [ConformanceRow] {
        rows.compactMap { row in
            guard row.source.hasPrefix(page), let line = Int(row.source.dropFirst(page.count)) else { return nil }
            guard let twin = lines[line] else { return nil }
            let place = twin.map(String.init).joined(separator: ",")
            return ConformanceRow("\(source):\(place)", row.words, configure: row.configure) { service in
                try await row.proof(service.by(form))
            }
        }
    }
}
