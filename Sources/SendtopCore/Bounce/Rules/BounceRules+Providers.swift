extension BounceRules {
    /// Tokens and sentences of single providers and gateways that would mislead when read as plain words.
    static let providers: [BounceRule] = [
        // Charter, Cox, Comcast, AT&T.
        BounceRule(
            "charter-rate",
            .rate,
            """
            aup in 13 ; aup i 13 ; aup 13 ; too many sessions from ; cxcnct ; cxmj_ ; cxthrt
            """
        ),
        BounceRule(
            "cable-blocked",
            .blocklist,
            """
            ~cdrbl ; aup_ ; cxbl_ ; ~attrbl ; blocked for abuse ; bl00000
            """
        ),
        BounceRule(
            "comcast-throttled",
            .rate,
            """
            throttled ; rl00000
            """
        ),
        // France.
        BounceRule(
            "laposte-recipient",
            .noUser,
            """
            lpn* 416_
            """
        ),
        BounceRule(
            "laposte-full",
            .full,
            """
            lpn* 417_
            """
        ),
        BounceRule(
            "laposte-refused",
            .blocklist,
            """
            lpn00 ; service refuse* lpn
            """
        ),
        BounceRule(
            "orange-full",
            .full,
            """
            ofr 417
            """
        ),
        BounceRule(
            "orange-no-user",
            .noUser,
            """
            ofr 416
            """
        ),
        BounceRule(
            "orange-rate",
            .rate,
            """
            ofr 004 ; ofr004 104
            """
        ),
        BounceRule(
            "orange-refused",
            .blocklist,
            """
            ofr 50 ; ofr 105 ; ofr004 ; ofr006
            """
        ),
        // China.
        BounceRule(
            "netease-spam",
            .spamContent,
            """
            dt spm_ ; dt vir_
            """
        ),
        BounceRule(
            "netease-authentication",
            .auth,
            """
            mi spf_ ; mi dma_ ; dt sum_ ; mi nhd_ ; mi imf_
            """
        ),
        BounceRule(
            "netease-rate",
            .rate,
            """
            rp (trc|cel|drc|qrc|rcl|ccl)_ ; hl (icc|ifc)_ ; mi (cel|ccl|dmc|sfq|stc)_
            """
        ),
        BounceRule(
            "netease-reputation",
            .blocklist,
            """
            hl (rep|mep|itc|ihu|ipb)_ ; mi spb_ ; dt rbl_ ; wm bl(i|u)_ ; rp frl_
            """
        ),
        // Gateways.
        BounceRule(
            "facebook",
            .policy,
            """
            response codes* bit_ ; refused due to recipient preferences
            """
        ),
        BounceRule(
            "facebook-recipient",
            .noUser,
            """
            rcp p1_
            """
        ),
        BounceRule(
            "facebook-rate",
            .rate,
            """
            (int|con|pol) t(1|2|3|4|5|6|) http*~facebook
            """
        ),
        BounceRule(
            "t-online-blocked",
            .blocklist,
            """
            a problem occurred* ask your postmaster
            """
        ),
        BounceRule(
            "godaddy-rate",
            .rate,
            """
            ib607_ ; rlbounce
            """
        ),
        BounceRule(
            "godaddy-blocked",
            .blocklist,
            """
            ib1 ; ib2 ; ib7 ; unified layer* block
            """
        ),
        BounceRule(
            "mimecast-envelope",
            .policy,
            """
            envelope (blocked|rejected) ; header based (manually |)block
            """
        ),
        BounceRule(
            "account-limited",
            .disabled,
            """
            account is temporarily limited
            """
        ),
        BounceRule(
            "address-rejected",
            .noUser,
            hard: false,
            when: .reply(542),
            """
            reject
            """
        ),
        BounceRule(
            "courier-sender-domain",
            .policy,
            actor: .senderConfiguration,
            when: .reply(517),
            """
            domain ; mx records
            """
        ),
        BounceRule(
            "mimecast-signature",
            .spamContent,
            """
            ~mcspamsignature ; ~virussignature
            """
        ),
    ]
}
