import SendtopCore
import Testing

@testable import SendtopSandbox

@Suite("Liquid: what a template becomes")
struct LiquidRenderTests {
    static let scope = LiquidScope(
        profile: [.firstName: "Ada", .emailAddress: "ada@example.com"],
        customAttributes: Self.object([
            "points": 1_815, "plan": "gold", "tags": ["a", "b", "c"], "pet": ["name": "Rex", "age": 3],
        ]),
        triggerProperties: Self.object([
            "order": "88121", "html": "<b>&</b>", "none": nil, "empty": "", "off": false,
            "items": [["name": "Pen", "price": 2], ["name": "Ink", "price": 10]],
        ]),
        campaign: [.apiID: "417220e4-5a2a-b634-7f7d-9ec891532368", .dispatchID: "acf471119f7449d579e8089032003ded"],
        now: Timestamp(milliseconds: 1_598_900_321_000)
    )

    private static func object(_ json: JSON) -> JSONObject {
        json.object ?? JSONObject()
    }

    @Test(
        "values are put in",
        arguments: [
            ("plain text, } and }} and % stay", "plain text, } and }} and % stay"),
            ("{{${first_name}}}", "Ada"),
            ("{{ ${first_name} }}", "Ada"),
            ("{{${last_name}}}", ""),
            ("{{${last_name} | default: 'there'}}", "there"),
            ("{{custom_attribute.${points}}}", "1815"),
            ("{{custom_attribute.${pet}.name}} {{custom_attribute.${pet}['age']}}", "Rex 3"),
            ("{{custom_attribute.${tags}}}", "abc"),
            ("{{custom_attribute.${tags}[0]}}{{custom_attribute.${tags}[-1]}}", "ac"),
            ("{{custom_attribute.${tags}.size}}", "3"),
            ("{{api_trigger_properties.${items}[1].name}}", "Ink"),
            ("{{api_trigger_properties.${nothing}.at.all[7]}}", ""),
            ("{{campaign.${api_id}}}", "417220e4-5a2a-b634-7f7d-9ec891532368"),
            ("{{campaign.${dispatch_id}}}", "acf471119f7449d579e8089032003ded"),
            ("{{ 'a }} b' }}", "a }} b"),
            ("{{ -7 }} {{ 1.50 }} {{ true }} {{ nil }}", "-7 1.5 true "),
            ("a {{- 'b' -}} c", "abc"),
            ("a\n  {%- if true -%}  b  {%- endif -%}  c", "abc"),
        ]
    )
    func values(template: String, text: String) throws {
        #expect(try LiquidTemplate(template).render(Self.scope) == text)
    }

    @Test(
        "tags choose, repeat and name",
        arguments: [
            ("{% if custom_attribute.${plan} == 'gold' %}G{% elsif true %}E{% else %}N{% endif %}", "G"),
            ("{% if false %}A{% elsif custom_attribute.${points} > 1000 %}B{% else %}C{% endif %}", "B"),
            ("{% if api_trigger_properties.${none} %}A{% else %}C{% endif %}", "C"),
            ("{% if api_trigger_properties.${empty} %}truthy{% endif %}", "truthy"),
            ("{% if api_trigger_properties.${empty} == blank %}blank{% endif %}", "blank"),
            ("{% if custom_attribute.${tags} contains 'b' %}yes{% endif %}", "yes"),
            ("{% if ${first_name} contains 'd' %}yes{% endif %}", "yes"),
            ("{% if 1 == 1.0 and 2 != 3 %}yes{% endif %}", "yes"),
            // From the right: true or (false and false).
            ("{% if true or false and false %}yes{% endif %}", "yes"),
            ("{% if 'a' < 1 %}yes{% else %}no{% endif %}", "no"),
            ("{% unless api_trigger_properties.${off} %}on{% else %}off{% endunless %}", "on"),
            ("{% unless true %}A{% elsif true %}B{% endunless %}", "B"),
            (
                "{% for t in custom_attribute.${tags} %}{{t}}{% unless forloop.last %},{% endunless %}{% endfor %}",
                "a,b,c"
            ),
            ("{% for i in (1..3) reversed %}{{i}}{% endfor %}", "321"),
            ("{% for i in (1..9) limit:2 offset:3 %}{{i}}{% endfor %}", "45"),
            ("{% for x in api_trigger_properties.${nothing} %}x{% else %}none{% endfor %}", "none"),
            ("{% for p in custom_attribute.${pet} %}{{p[0]}}={{p[1]}};{% endfor %}", "name=Rex;age=3;"),
            (
                "{% for a in (1..2) %}{% for b in (1..2) %}{{a}}{{b}}{{forloop.index}} {% endfor %}{% endfor %}",
                "111 122 211 222 "
            ),
            ("{% assign name = ${first_name} | upcase %}{{name}}!", "ADA!"),
            ("{% for i in api_trigger_properties.${items} %}{% assign n = i.name %}{% endfor %}{{n}}", "Ink"),
        ]
    )
    func tags(template: String, text: String) throws {
        #expect(try LiquidTemplate(template).render(Self.scope) == text)
    }

    @Test(
        "a message can be aborted, with a text or the default one",
        arguments: [
            ("{% abort_message %}", "{% abort_message %} called"),
            ("{% abort_message() %}", "{% abort_message %} called"),
            ("{% abort_message('language was nil') %}", "language was nil"),
            ("{% if ${last_name} == blank %}{% abort_message(\"no name\") %}{% endif %}", "no name"),
        ]
    )
    func abort(template: String, reason: String) throws {
        let template = try LiquidTemplate(template)
        #expect(throws: LiquidStop.aborted(reason)) { try template.render(Self.scope) }
    }

    @Test("a branch that is not taken aborts nothing")
    func noAbort() throws {
        let template = try LiquidTemplate("{% if false %}{% abort_message('no') %}{% endif %}fine")
        #expect(try template.render(Self.scope) == "fine")
    }

    @Test(
        "loops and texts that grow beyond measure end",
        arguments: [
            "{% for a in (1..1000000000) %}x{% endfor %}",
            "{% for a in (1..9000) %}{% for b in (1..9000) %}{% endfor %}{% endfor %}",
            "{% assign x = 'xxxxxxxxxxxxxxxx' %}{% for a in (1..64) %}{% assign x = x | append: x %}{% endfor %}",
            "{% assign x = 'a b' | split: ' ' %}{% for a in (1..64) %}{% assign x = x | concat: x %}{% endfor %}",
        ]
    )
    func exhaustion(template: String) throws {
        let template = try LiquidTemplate(template)
        #expect(throws: LiquidStop.exhausted) { try template.render(Self.scope) }
    }
}
