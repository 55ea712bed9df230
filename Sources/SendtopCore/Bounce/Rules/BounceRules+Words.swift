extension BounceRules {
    /// Single words, from the more telling to the less.
    static let words: [BounceRule] = [
        BounceRule(
            "word-quota",
            .full,
            """
            quota ; mailbox full ; full_ ; kontingent ; cuota ; quotum ; квот
            """
        ),
        BounceRule(
            "word-size",
            .tooBig,
            """
            too big ; too large ; oversize ; size_
            """
        ),
        BounceRule(
            "word-authentication",
            .auth,
            """
            authenticat ; verif
            """
        ),
        BounceRule(
            "word-relay",
            .relay,
            """
            relay
            """
        ),
        BounceRule(
            "word-blocked",
            .blocklist,
            """
            block ; banned ; blocked ; abuse ; reputation ; bloque ; bloquead ; gesperrt ; заблок ; 屏蔽 ; ブロック ;
            차단
            """
        ),
        BounceRule(
            "word-refused",
            .policy,
            """
            polic ; filter ; denied ; deny ; reject ; refus ; forbid ; prohibit ; not allowed ; not permitted ;
            not accept ; unaccept ; disallow ; restrict ; security ; violat ; declin ; unwanted ; rule_ ; rules_ ;
            abgelehnt ; verweigert ; rejete ; rechazad ; rejeitad ; recusad ; rifiutat ; respint ; geweigerd ; odrzuc ;
            отклон ; отказ ; запрещ ; 拒否 ; 拒绝 ; 拒絕 ; 거부
            """
        ),
        BounceRule(
            "word-sender",
            .policy,
            actor: .senderConfiguration,
            """
            sender ; from address ; from header ; return path ; your ip ; your domain ; your server ; absender ;
            expediteur ; remitente ; mittente ; remetente ; отправител ; 发件人 ; 送信元
            """
        ),
        BounceRule(
            "word-dns",
            .auth,
            """
            dns_ ; hostname ; helo_ ; ehlo_
            """
        ),
        BounceRule(
            "word-format",
            .protocol,
            """
            header ; syntax ; malformed ; rfc
            """
        ),
        BounceRule(
            "word-not-found",
            .noUser,
            hard: false,
            """
            not found ; not exist ; is unknown ; unknown (at|here|to_) ; (unable|failed) to find ; (cannot|could not)
            find
            """
        ),
        BounceRule(
            "word-disabled",
            .disabled,
            """
            disabled ; deactivat ; inactive ; suspend
            """
        ),
        BounceRule(
            "word-recipient",
            .noUser,
            hard: false,
            when: .permanent,
            """
            mailbox ; recipient ; user_ ; addressee ; rcpt ; destinataire ; destinatario ; empfanger ; empfaenger ;
            odbiorc ; получател ; 受信者 ; 收件人
            """
        ),
        BounceRule(
            "word-delay",
            .system,
            """
            later ; retry ; again ; delay ; unavailable ; busy ; timeout
            """
        ),
    ]

    /// Single words that say only that something failed; they decide when not even a code says what.
    static let faintWords: [BounceRule] = [
        BounceRule(
            "word-failure",
            .system,
            """
            server ; service ; connection ; response ; problem ; error ; unable
            """
        )
    ]
}
