import Testing

@testable import SendtopSandbox

@Suite("Liquid: what is refused, and where")
struct LiquidFaultTests {
    @Test(
        "the place and the fault are named",
        arguments: [
            ("Hello {{${first_name}", "line 1, column 7: '{{' is not closed"),
            ("{{ 'a }}", "line 1, column 4: ''' is not closed"),
            ("{{ ${first_name }}", "line 1, column 1: '{{' is not closed"),
            ("a\nb {% if true %}c", "line 2, column 3: '{% if %}' is not closed"),
            ("{% if true %}{% endfor %}", "line 1, column 14: the tag 'endfor' belongs to no open block"),
            ("{% else %}", "line 1, column 1: the tag 'else' belongs to no open block"),
            (
                "{% if true %}{% else %}{% elsif true %}{% endif %}",
                "line 1, column 24: the tag 'elsif' belongs to no open block"
            ),
            ("{% fi true %}", "line 1, column 1: the tag 'fi' is unknown"),
            ("{% case x %}", "line 1, column 1: the tag 'case' is unknown"),
            ("{{ 'a' | uppercase }}", "line 1, column 10: the filter 'uppercase' is unknown"),
            ("{{ 'a' | append }}", "line 1, column 10: the filter 'append' takes 1 arguments, and has 0"),
            (
                "{{ 'a' | truncate: 1, 2, 3 }}",
                "line 1, column 10: the filter 'truncate' takes 0 to 2 arguments, and has 3"
            ),
            ("{{ first_name }}", "line 1, column 4: the variable 'first_name' is unknown"),
            ("{{${frist_name}}}", "line 1, column 3: the variable '${frist_name}' is unknown"),
            ("{{campaign.${nmae}}}", "line 1, column 3: the variable 'campaign.${nmae}' is unknown"),
            ("{{custom_attribute.points}}", "line 1, column 20: expected '${…}', and found 'points'"),
            ("{% for x in (1..3) %}{% endfor %}{{x}}", "line 1, column 36: the variable 'x' is unknown"),
            ("{% assign x 3 %}", "line 1, column 13: expected '=', and found 3"),
            ("{% for x of (1..3) %}{% endfor %}", "line 1, column 10: expected 'in', and found 'of'"),
            ("{{ 1 2 }}", "line 1, column 6: expected the end, and found 2"),
            ("{{ # }}", "line 1, column 4: the character '#' has no meaning here"),
            ("{{ }}", "line 1, column 4: expected a value, and found the end"),
            (
                "{% connected_content https://example.com %}",
                "line 1, column 1: Connected Content is not allowed in transactional campaigns"
            ),
            (
                "{% connected_content %}",
                "line 1, column 1: Connected Content is not allowed in transactional campaigns"
            ),
            (
                "{% promotion('spring') %}",
                "line 1, column 1: a promotion code is not allowed in transactional campaigns"
            ),
            (
                "{% abort_message(${first_name}) %}",
                "line 1, column 18: abort_message takes one text in quotes, or nothing"
            ),
        ]
    )
    func fault(template: String, sentence: String) {
        #expect(performing: { try LiquidTemplate(template) }, throws: { "\($0)" == sentence })
    }

    @Test("nesting has a limit, in blocks, values and conditions")
    func depth() {
        let blocks = String(repeating: "{% if true %}", count: 40)
        #expect(performing: { try LiquidTemplate(blocks) }, throws: { "\($0)".hasSuffix("deeper than 32") })
        let values = "{{ " + String(repeating: "(1..", count: 40)
        #expect(performing: { try LiquidTemplate(values + " }}") }, throws: { "\($0)".hasSuffix("deeper than 16") })
        let chain = "{% if true" + String(repeating: " and true", count: 99) + " %}"
        #expect(performing: { try LiquidTemplate(chain) }, throws: { "\($0)".hasSuffix("deeper than 64") })
    }
}
