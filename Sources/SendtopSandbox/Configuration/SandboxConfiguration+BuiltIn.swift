import SendtopCore

extension SandboxConfiguration {
    /// The key that may do everything in the built-in set; everybody knows it.
    public static let knownKey = "sandbox-key"

    /// What the sandbox plays when nobody says anything: enough to try every answer and every outcome.
    public static let builtIn = SandboxConfiguration(
        keys: [
            Key(key: knownKey, permissions: [Key.sendPermission]),
            Key(key: "sandbox-key-without-permission", permissions: ["users.track"]),
            Key(key: "sandbox-key-from-elsewhere", ipAllowList: ["192.0.2.0/24"]),
        ],
        campaigns: builtInCampaigns,
        users: builtInUsers
    )

    private static let builtInCampaigns = [
        Campaign(
            id: "417220e4-5a2a-b634-7f7d-9ec891532368",
            name: "order-confirmation",
            subject: "Order {{api_trigger_properties.${order_id} | default: 'received'}}, thank you",
            html: """
                <p>Hello {{${first_name} | default: 'there'}},</p>
                <p>we have your order {{api_trigger_properties.${order_id}}}.</p>
                {% if api_trigger_properties.${items} %}
                <ul>
                {% for item in api_trigger_properties.${items} %}
                <li>{{item.quantity | default: 1}} × {{item.name | escape}}</li>
                {% endfor %}
                </ul>
                {% endif %}
                """,
            text: """
                Hello {{${first_name} | default: 'there'}}, we have your order {{api_trigger_properties.${order_id}}}.
                """
        ),
        Campaign(
            id: "0c8a1f52-93d4-4be7-a1c6-2f5d7e90b314",
            name: "password-reset",
            subject: "Reset your password",
            html: """
                <p>Hello {{${first_name} | default: 'there'}},</p>
                <p><a href="{{api_trigger_properties.${link} | escape}}">Choose a new password</a></p>
                """,
            text: """
                Hello {{${first_name} | default: 'there'}}, choose a new password:
                {{api_trigger_properties.${link}}}
                """
        ),
        Campaign(
            id: "7be9d03c-1a68-4f25-8c47-d6e0a5b29f81",
            name: "points-statement",
            subject: "You have {{custom_attribute.${points}}} points",
            html: """
                {% unless custom_attribute.${points} %}{% abort_message('not enough points') %}{% endunless %}
                <p>Hello {{${first_name} | default: 'there'}}, you have {{custom_attribute.${points}}} points.</p>
                """
        ),
        Campaign(
            id: "5d2f6b17-c0e9-4a83-b7d1-38f4e6a90c25",
            name: "parcel-on-its-way",
            state: .paused,
            subject: "Your parcel is on its way"
        ),
        Campaign(
            id: "e3a7c940-6b1d-45f8-92c3-0d8b7f1e5a64",
            name: "receipt-old",
            state: .archived,
            subject: "Your receipt"
        ),
        Campaign(
            id: "9f1b4d6e-27c8-4053-ae96-b5d0c3e8f712",
            name: "newsletter",
            transactional: false,
            subject: "News of the month"
        ),
    ]

    private static let builtInUsers = [
        user("ada", "ada@example.com", "Ada", "Abel", alias: "ada-1815", ["points": 1_815, "plan": "gold"]),
        user("ben", "ben@example.com", "Ben", "Bauer", alias: "ben-7"),
        user("zoë", "zoe@example.com", "Zoë", "Żak", ["points": 7]),
        user("carl", "bounce-no-user@example.com", "Carl", "Cole"),
        user("dora", "bounce-full@example.com", "Dora", "Dahl"),
        user("emil", "bounce-blocklist@example.com", "Emil", "Engel"),
        user("finn", nil, "Finn", "Falk"),
        user("gina", "abort@example.com", "Gina", "Gallo"),
        user("hugo", "slow@example.com", "Hugo", "Haas"),
        user("iris", "silent-after-processed@example.com", "Iris", "Ito"),
        user("jan", "silent@example.com", "Jan", "Jansen"),
        user("kim", "delivered-then-bounced@example.com", "Kim", "Khan"),
        user("lea", "twice@example.com", "Lea", "Lind"),
        user("mia", "reverse@example.com", "Mia", "Mora"),
        user("nico", "skew@example.com", "Nico", "Noor"),
        user("olga", "late-attributes@example.com", "Olga", "Orlova", ["points": 100]),
    ]

    private static func user(
        _ id: String,
        _ email: String?,
        _ firstName: String,
        _ lastName: String,
        alias: String? = nil,
        _ attributes: KeyValuePairs<String, JSON> = [:]
    ) -> User {
        User(
            externalID: id,
            email: email,
            firstName: firstName,
            lastName: lastName,
            aliases: alias.map { [Alias(label: "customer", name: $0)] } ?? [],
            attributes: JSONObject(attributes.map { JSONObject.Member(key: $0.key, value: $0.value) })
        )
    }
}
