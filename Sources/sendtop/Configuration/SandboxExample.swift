/// The commented example of the sandbox's configuration, as `sendtop sandbox --example` prints it.
enum SandboxExample {
    /// A configuration file with every key; what it says is what holds without any file, but for shorter lists.
    static let yaml = #"""
        # The sandbox's part of the configuration file, ~/.config/sendtop/config.yaml.
        # Every key may be left out. Each value below is the one that holds then; of keys, campaigns and users
        # these are some: a list that stands here replaces the built-in one.
        sandbox:
          # Where it takes sends (--listen, SENDTOP_SANDBOX_LISTEN).
          listen: 127.0.0.1:7364
          # Where it posts what becomes of them; each URL gets everything (--postback-url,
          # SENDTOP_SANDBOX_POSTBACK_URLS). Basic authentication: http://user:password@host/path.
          postback_urls:
            - http://127.0.0.1:7363/postback
          # Where it keeps users, sends and what is still to be posted (--state, SENDTOP_SANDBOX_STATE).
          # state: /var/lib/sendtop/sandbox-state.sqlite

          # How long each step of a send takes, in milliseconds: evenly spread from min_ms to max_ms.
          latencies:
            enqueue: {min_ms: 0, max_ms: 3}         # received_at to enqueued_at
            execute: {min_ms: 20, max_ms: 150}      # to executed_at, when the message is rendered
            send:    {min_ms: 200, max_ms: 900}     # to sent_at
            process: {min_ms: 100, max_ms: 700}     # to processed_at
            deliver: {min_ms: 300, max_ms: 2500}    # to delivered_at or bounced_at
          # The same seed gives the n-th send the same latencies.
          seed: 1
          # Multiplies latencies and the waits before a postback is tried again: 0.01 makes half an hour 18 seconds.
          time_factor: 1

          # The paid sends an hour; more are sent as well, and marked as outside the SLA.
          hourly_allotment: 50000
          # The requests an hour beyond which the answer is 429.
          rate_limit: 250000
          # How long an external_send_id is remembered.
          deduplication_hours: 24
          # Whether a known external_send_id is refused all that time, not just while its send is queued.
          always_refuse_duplicates: false
          # Whether recipient must be the documented object; otherwise an array of one, and recipients, do as well.
          strict: false
          # How many rendered messages GET /sandbox/messages shows.
          kept_messages: 1000

          # The API keys. A key without ip_allow_list may be used from everywhere.
          keys:
            - key: sandbox-key
              permissions: [transactional.send]
            - key: sandbox-key-from-elsewhere
              permissions: [transactional.send]
              ip_allow_list: [192.0.2.0/24]

          # The campaigns. Texts are Liquid; what the sandbox does not know in them is refused at the start.
          campaigns:
            - id: 7be9d03c-1a68-4f25-8c47-d6e0a5b29f81
              name: points-statement
              state: active                         # active, paused or archived
              transactional: true                   # false: this endpoint must not send it
              subject: "You have {{custom_attribute.${points}}} points"
              html: |-
                {% unless custom_attribute.${points} %}{% abort_message('not enough points') %}{% endunless %}
                <p>Hello {{${first_name} | default: 'there'}}, you have {{custom_attribute.${points}}} points.</p>
              text: ""

          # The users at the start; one whom the state knows already keeps what the state says.
          # The address chooses what becomes of a send: see sendtop sandbox --outcomes.
          users:
            - external_id: ada
              email: ada@example.com
              first_name: Ada
              last_name: Abel
              aliases:
                - {label: customer, name: ada-1815}
              attributes:
                points: 1815
                plan: gold
            - external_id: dora
              email: bounce-full@example.com
              first_name: Dora
              last_name: Dahl
        """#
}
