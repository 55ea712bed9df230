extension BounceRules {
    /// Tokens and sentences of single systems that would mislead when read as plain words.
    static let vendors: [BounceRule] = [
        // The services that hand mail over, about addresses that they no longer try.
        BounceRule(
            "suppressed",
            .disabled,
            """
            recipient address (was |has been |is |)suppressed ; recent history of (bouncing|hard bounc) ;
            suppression list ; suppressed address ; in the suppression list ; on your (account |)suppression list ;
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
            "ambiguous-recipient",
            .noUser,
            hard: false,
            """
            resolver.adr.ambiguous ; several matches found in
            """
        ),
        BounceRule(
            "microsoft-directory-based-edge",
            .noUser,
            when: .code(subject: 4, detail: 1),
            """
            recipient address(es|) rejected* access denied ; access denied* recipient address rejected
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
            ~storagequota ; ~recipquota ; ~quotaexceeded ; ~quotaexception ; ~overquota ; ~mailboxfull ;
            ~storedrv*storage* full
            """
        ),
        BounceRule(
            "microsoft-account-disabled",
            .disabled,
            """
            ~accountdisabled ; ~mailboxdisabled ; ~mailboxoffline ; no mail enabled subscription
            """
        ),
        BounceRule(
            "microsoft-conversion",
            .protocol,
            """
            ~m2mcvt
            """
        ),
        BounceRule(
            "microsoft-loop",
            .network,
            """
            ~mxloopback ; records for this domain are configured in a loop
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
            ~sendasdenied ;
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
            "microsoft-store-failed",
            .system,
            """
            ~storagepermanentexception ; ~storagetransientexception ; ~mapiexceptioncallfailed
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
            "yahoo-deferred-for-good",
            .blocklist,
            """
            will be permanently deferred ; retrying will not succeed
            """
        ),
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
            ts03_ ; ts01_ ; ts02_ ; all messages from * deferred ; bl21_ ; bl23_
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
            rtr bl_ ; hvu b ; rly b ; dns (nr|b) ; dyn t ; con b ; aol will not accept
            """
        ),
        BounceRule(
            "yahoo-no-account",
            .noUser,
            """
            user does not have a* account ; not have a yahoo
            """
        ),
    ]
}
