import Testing

@testable import SendtopUI

@Suite struct FuzzyMatchTests {
    @Test(
        "A beginning goes before the words' beginnings, these before a part, and that before letters in their order",
        arguments: [
            ("re", ["rest", "reasons", "save-reasons", "core", "arrive"]),
            ("sv", ["svelte", "save-view", "save-my-view", "usvi", "serve"]),
            ("save v", ["save-view", "save-my-view"]),
            ("order", ["order", "order-by-column", "border"]),
        ]
    )
    func ranks(typed: String, names: [String]) {
        for seed in 0..<5 {
            var dice = FuzzTests.Dice(state: UInt64(seed))
            let ranked = FuzzyMatch.ranked(names.shuffled(using: &dice)) { FuzzyMatch(typed, in: $0) }
            #expect(ranked == names)
        }
    }

    @Test("Letters that do not come in that order fit nothing", arguments: ["vs", "savex", "viewsave"])
    func none(typed: String) {
        #expect(FuzzyMatch(typed, in: "save-view") == nil)
    }

    @Test("Case counts for nothing, and what fits equally well stays in its order")
    func equal() {
        let names = ["ab", "AB", "aB"]
        #expect(FuzzyMatch.ranked(names) { FuzzyMatch("Ab", in: $0) } == names)
        #expect(FuzzyMatch.ranked(names) { FuzzyMatch("", in: $0) } == names)
    }

    @Test(
        "The nearest name is one that differs little, or none",
        arguments: [("fliter", "filter"), ("qiut", "quit"), ("Theme", "theme"), ("xyzzy", nil), ("", nil)]
            as [(String, String?)]
    )
    func nearest(text: String, name: String?) {
        #expect(Nearest.name(to: text, among: ["filter", "quit", "theme"]) == name)
    }
}
