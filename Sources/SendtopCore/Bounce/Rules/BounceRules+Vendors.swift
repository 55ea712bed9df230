extension BounceRules {
    /// Tokens and sentences of single systems that would mislead when read as plain words.
    static let vendors: [BounceRule] = [
        // The services that hand mail over, about addresses that they no longer try.
        BounceRule(
            "suppressed",
            .disabled,
            """
            recipient address (was |has been |is |)suppressed ; recent history of (bouncing|hard bounc) ;
            on the suppression list ; in the suppression list ; on your (account |)suppression list ;
            address is suppressed ; recipient suppressed ; previously (hard |)bounced ; bounced address_ ;
            unsubscribed address_ ; spam reporting address ; delivering to unsubscribed ;
            delivering to a user who marked ; marked as inactive ; recipient that has been marked ;
            inactive recipients are ones ; inactive addresses ; address is on a suppress ; on our suppression list ;
            suppressed due to ; has suppressed sending
            """
        ),
        // Microsoft.
        BounceRule(
            "microsoft-recipient-not-found",
            .noUser,
            """
            ~recipientnotfound ; ~recipnotfound ; ~recipient not found by smtp address lookup ;
            resolver.adr.(badprimary|invalidsmtp|exrecip)
            """
        ),
        BounceRule(
            "microsoft-ambiguous-recipient",
            .noUser,
            hard: false,
            """
            resolver.adr.ambiguous
            """
        ),
        BounceRule(
            "microsoft-directory-based-edge",
            .noUser,
            when: .code(subject: 4, detail: 1),
            """
            recipient address rejected* access denied ; access denied* recipient address rejected
            """
        ),
        BounceRule(
            "microsoft-size",
            .tooBig,
            """
            resolver.rst.(recipsizelimit|sendsizelimit) ; ~sizelimit ; ~messagesizeexceeded ; ~toolarge
            """
        ),
        BounceRule(
            "microsoft-quota",
            .full,
            """
            ~storagequota ; ~quotaexceeded ; ~quotaexception ; ~overquota ; ~mailboxfull ; ~storedrv*storage* full
            """
        ),
        BounceRule(
            "microsoft-account-disabled",
            .disabled,
            """
            ~accountdisabled ; ~mailboxdisabled ; ~mailboxoffline
            """
        ),
        BounceRule(
            "microsoft-nonexistent-domain",
            .noDomain,
            """
            ~nonexistentdomain ; ~domainnonexistent
            """
        ),
        BounceRule(
            "microsoft-queue-expired",
            .expired,
            """
            queue.expired ; ~messageexpired
            """
        ),
        BounceRule(
            "microsoft-restricted-recipient",
            .policy,
            """
            resolver.rst. ; ~notauthenticatedforgroup ; ~senderrestriction ; transport.rules. ; ~notauthorized ;
            ~authrequired
            """
        ),
        BounceRule(
            "microsoft-throttle",
            .rate,
            """
            recipient thread limit ; ~throttl ; rp 00 ; as780090 ; has exceeded permitted limits ; ~recipientlimit ;
            tenant has exceeded ; ~shutoffquota
            """
        ),
        BounceRule(
            "microsoft-block-list",
            .blocklist,
            """
            s3140_ ; s3150_ ; fblw ; banned sending ip ; banned sender ; part of their network is on our block ;
            delist microsoft ; sender.office.com ; traffic not accepted from this ip ; spam abuse detected ; sc 00 ;
            dy 00 ; ou 00
            """
        ),
        BounceRule("sendgrid-no-mail-exchanger", .noDomain, hard: false, "unable to get mx info"),
        BounceRule("qq-bounce-attack", .policy, "bounce attack"),
        // Yahoo and AOL.
        BounceRule(
            "yahoo-deferred",
            .rate,
            """
            tss0 ; temporarily deferred due to ; message temporarily deferred
            """
        ),
        BounceRule(
            "yahoo-blocked",
            .blocklist,
            """
            ts03_ ; ts01_ ; ts02_ ; will be permanently deferred ; all messages from * deferred ; bl21_ ; bl23_
            """
        ),
        BounceRule(
            "yahoo-policy",
            .policy,
            """
            ph01_ ; email not accepted for policy reasons
            """
        ),
        BounceRule(
            "aol-blocked",
            .blocklist,
            """
            rtr bl_ ; hvu b ; dyn t ; con b ; aol will not accept
            """
        ),
        BounceRule(
            "yahoo-no-account",
            .noUser,
            """
            user does not have a* account ; not have a yahoo
            """
        ),
        // Charter, Cox, Comcast, AT&T.
        BounceRule(
            "charter-rate",
            .rate,
            """
            aup in 13 ; aup i 13 ; aup 13 ; too many sessions from ; cxcnct ; cxthrt
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
            mi spf_ ; mi dma_ ; dt sum_ ; mi nhd_ ; mi dmc_
            """
        ),
        BounceRule(
            "netease-rate",
            .rate,
            """
            rp trc_ ; rp cel_ ; rp drc_ ; rp qrc_ ; rp rcl_ ; hl icc_ ; mi cel_
            """
        ),
        BounceRule(
            "netease-reputation",
            .blocklist,
            """
            hl rep_ ; hl ifc_ ; hl mep_ ; hl itc_ ; mi stc_
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
            ib607_ ; ib603_ ; ib605_ ; rlbounce
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
            "mimecast-signature",
            .spamContent,
            """
            ~mcspamsignature ; ~virussignature
            """
        ),
    ]
}
