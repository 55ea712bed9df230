import SendtopCore
import Testing

@testable import SendtopSandbox

@Suite("Liquid: filters")
struct LiquidFilterTests {
    private func rendered(_ expression: String) throws -> String {
        try LiquidTemplate("{{ \(expression) }}").render(LiquidRenderTests.scope)
    }

    @Test(
        "of texts",
        arguments: [
            ("'a' | append: 'b' | prepend: 'c'", "cab"),
            ("'heLLO you' | capitalize", "Hello you"),
            ("'Zoë' | upcase", "ZOË"),
            ("'ZOË' | downcase", "zoë"),
            ("api_trigger_properties.${html} | escape", "&lt;b&gt;&amp;&lt;/b&gt;"),
            ("api_trigger_properties.${html} | strip_html", "&"),
            ("'  a b  ' | strip", "a b"),
            ("'  a ' | lstrip | append: '|'", "a |"),
            ("'  a ' | rstrip | append: '|'", "  a|"),
            ("'a\nb' | newline_to_br", "a<br />\nb"),
            ("'a\r\nb' | strip_newlines", "ab"),
            ("'a-b-c' | remove: '-'", "abc"),
            ("'a-b-c' | remove_first: '-'", "ab-c"),
            ("'a-b-c' | replace: '-', '+'", "a+b+c"),
            ("'a-b-c' | replace_first: '-', '+'", "a+b-c"),
            ("'Liquid' | slice: 2, 3", "qui"),
            ("'Liquid' | slice: -3, 2", "ui"),
            ("'Liquid' | slice: 99", ""),
            ("'Ground control' | truncate: 9", "Ground..."),
            ("'Ground control' | truncate: 9, '…'", "Ground c…"),
            ("'one two three' | truncatewords: 2", "one two..."),
            ("'a b&ü' | url_encode", "a+b%26%C3%BC"),
            ("'a,b,,' | split: ',' | size", "2"),
        ]
    )
    func texts(expression: String, text: String) throws {
        #expect(try rendered(expression) == text)
    }

    @Test(
        "of numbers",
        arguments: [
            ("3 | plus: 4", "7"), ("'3' | plus: '4'", "7"), ("3 | minus: 4", "-1"), ("3 | times: 1.5", "4.5"),
            ("7 | divided_by: 2", "3"), ("-7 | divided_by: 2", "-4"), ("7 | divided_by: 2.0", "3.5"),
            ("7 | modulo: 3", "1"), ("-7 | modulo: 3", "2"), ("7 | divided_by: 0", "Liquid error: divided by 0"),
            ("-3 | abs", "3"), ("1.2 | ceil", "2"), ("1.8 | floor", "1"), ("1.5 | round", "2"),
            ("1.236 | round: 2", "1.24"),
            ("3 | at_least: 5", "5"), ("3 | at_most: 2", "2"), ("'seven' | plus: 1", "1"),
            ("9223372036854775807 | plus: 1", "9.223372036854776e+18"),
        ]
    )
    func numbers(expression: String, text: String) throws {
        #expect(try rendered(expression) == text)
    }

    @Test(
        "of lists",
        arguments: [
            ("custom_attribute.${tags} | join: '-'", "a-b-c"),
            ("custom_attribute.${tags} | first", "a"),
            ("custom_attribute.${tags} | last", "c"),
            ("custom_attribute.${tags} | reverse | join", "c b a"),
            ("'b a b' | split: ' ' | sort | uniq | join", "a b"),
            ("api_trigger_properties.${items} | map: 'name' | join", "Pen Ink"),
            ("api_trigger_properties.${items} | sort: 'price' | map: 'price' | join", "2 10"),
            ("api_trigger_properties.${items} | map: 'weight' | compact | size", "0"),
            ("custom_attribute.${tags} | concat: custom_attribute.${tags} | size", "6"),
            ("custom_attribute.${pet} | json", #"{"name":"Rex","age":3}"#),
        ]
    )
    func lists(expression: String, text: String) throws {
        #expect(try rendered(expression) == text)
    }

    @Test(
        "of dates",
        arguments: [
            ("'now' | date: '%Y-%m-%d %H:%M:%S'", "2020-08-31 18:58:41"),
            ("'2020-08-31T18:58:41.000+00:00' | date: '%A, %-d %B %Y, %-I:%M %p'", "Monday, 31 August 2020, 6:58 PM"),
            ("'2021-01-05' | date: '%a %e %b %y|%F|%D'", "Tue  5 Jan 21|2021-01-05|01/05/21"),
            ("0 | date: '%s %T %Z %%'", "0 00:00:00 UTC %"),
            ("'some day' | date: '%Y'", "some day"),
        ]
    )
    func dates(expression: String, text: String) throws {
        #expect(try rendered(expression) == text)
    }

    @Test(
        "default stands in for nothing, false and empty",
        arguments: [
            ("api_trigger_properties.${none}", "x"), ("api_trigger_properties.${off}", "x"),
            ("api_trigger_properties.${empty}", "x"), ("0", "0"), ("' '", " "),
        ]
    )
    func standIn(value: String, text: String) throws {
        #expect(try rendered("\(value) | default: 'x'") == text)
    }
}
