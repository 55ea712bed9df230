extension BounceRules {
    /// The sending address or domain is distrusted.
    static let reputation: [BounceRule] = [
        BounceRule(
            "named-block-list",
            .blocklist,
            """
            ~spamhaus ; ~spamcop ; ~sorbs ; ~barracudacentral ; ~barracudanetworks.com*reputation ;
            barracuda reputation ; ~mail abuse. ; ~uceprotect ; ~senderscore ; sender ?score ; ~senderbase ;
            ~talosintelligence ; ~trustedsource ; ~surbl ; ~uribl ; ~invaluement ; ~abuseat ; ~dnswl ; ~njabl ; ~dsbl. ;
            ~rfc ignorant ; ~psbl ; ~nixspam ; ~manitu.net ; ~backscatterer ; ~mailspike ; ~hostkarma ;
            ~junkemailfilter ; ~blocklist.de ; ~spamrats ; ~abusix ; ~cbl. ; ~cloudmark.com*reset ; cloudmark sender ;
            csi.cloudmark ; ~ipcheck.proofpoint ; ~proofpoint.com*dnsbl ; ~dnsbl lookup ; csi.mimecast ;
            trend micro (rbl|email reputation) ; ~ers.trendmicro ; ~rbl. ; ~dnsbl ; rbl_ ; rbls_ ; dnsbl_ ; dnsrbl_ ;
            pbl_ ; sbl_ ; xbl_ ; cbl_ ; bl in_ ; drbl_ ; return path reputation ; brightmail reputation ; ~0spam ; lista
            negra ; liste noire ; schwarze(n|r) liste ; zwarte lijst ; czarn(a|ej) li(sta|scie) ;
            черн(ый|ом|ого) спис ;
            ~s5h.net ; ~wpbl ; ~spameatingmonkey ; ~gbudb ; ~truncate ; rejecting open proxy ; ~apews ; ~ahbl. ;
            ~blacklist ; ~blocklist ; block ?list ; black ?list ; deny ?list ; (reject|rejection|ban|exclusion) list ;
            denylist ; spam ?source ;
            known spam(mer| source)
            """
        ),
        BounceRule(
            "reputation",
            .blocklist,
            """
            (poor|low|bad|insufficient|very low|untrusted|negative|suspicious|no) (ip |domain |sender |sending |email |
            web |url |)reputation ; reputation (of|is|score|too|for|check|filter|block|list|service) ; (ip|domain|
            sender|sending) reputation ; poor reputation ; bad reputation ; (mtas|mta|hosts|servers|ips) poor ;
            extreme bad ip ; untrusted (ip|host|server|source) ; distrusted ; bad sender ip ; bad ip_
            """
        ),
        BounceRule(
            "spam-verdict",
            .spamContent,
            """
            (classified|identified|detected|flagged|tagged|marked|recognized|recognised|considered|rejected|categorized|
            labeled)* (as|to be) (a |an |)(spam|junk|unsolicited|bulk|ube|phish) ; (due to|because of|for|by|contains?|
            containing) (its |the |high |possible |probable |suspected |likely |)(spam|junk) (content|score|filter|like|
            characteristic|signature|rule|detect|check) ; spam (content|message|detected|score|filter|mail|email|level|
            points|probability|check|engine|scanner|signature|rule|found|in_|reject) ; likely unsolicited ;
            likely suspicious ; (message|mail|email) (was |is |has been |)(blocked|rejected|refused|denied) (due to|
            because of|because|for|as|by) (possible |its |the |it |suspected |containing |of |)(spam|content|contains|
            virus|attachment|banned|forbidden|unsolicited|malware|phish) ; virus ; malware ; phish
            """
        ),
        BounceRule(
            "host-blocked",
            .blocklist,
            """
            (connection|connections) (is |was |has been |)(block|bann|deny|denied|reject|not allowed|not permitted|
            not accepted|restricted|forbidden) ; (ip|ip address|host|client|network|server|domain|range|netblock|mta|
            ips|isp|mailserver|hostname|source|peer|subnet|traffic)s? (for |from |name |range |host |address |)(is |
            are |was |has been |have been |currently |)(been |currently |temporarily |permanently |now |being |already |
            on (a |the |our |my |)|)(block|bann|deny|denied|listed|refus|restricted|rejected|forbidden|prohibit|
            not allowed|not permitted|not accepted|not welcome|not authorized|quarantin|barred|suspicious|unauthor|
            disallow) ; (blocked|banned|listed|rejected|refused|denied|deferred|restricted) (using|by|via|in|at|on|
            due to|because of|because|for) (our |the |your |a |an |its |)(ip|local block|local list|rbl|dnsbl|spam|
            reputation|anti ?spam|abuse|bl |blocks|list|block|access list|blocking|dynamic|sorbs|blocked|internal list|
            poor|low|hostile|dns|domain|host|network) ; blocked using ; blocked by (our|the|your|a|an|ip|rbl|local|spam|
            this|internal|system|sender|recipients?|anti|administrator|admin|mail|email|server|dns|) ; (is|are|was|been|
            being|currently|temporarily|permanently|address|ip) blocked_ ; blocked (see|http|for|from|until|ip|mail|
            temporarily|due|because|as|on|in|with|please|access|host|address|address|contact|your|this) ; is blocked ;
            (ip|host|address|server|client)* (is |was |are |)(listed|blocked|banned|denied) (in|on|at|by|from|for) ;
            (listed|appears?|found|included|present|is|on) (in|on|at|as) (a |an |the |our |my |your |this |)(rbl|dnsbl|
            bl |block|black|spam|local bl|deny|reject|bad) ; your (ip|host|network|server|isp|mail server|email server|
            domain|provider|address|system|mailserver)* (block|bann|listed|denied|not allowed|reject|refus|suspicious|
            spam|abus|restricted|prohibited|not permitted|not welcome|forbidden) ; (dynamic|residential|dial ?up|zombie|
            dul|generic|cable|dsl|adsl) (ip|host|address|ips|spam|range|pool|rdns|client|or|line) ;
            looks like a (dynamic|dialup|spammer|residential) ; hosts with dynamic ; sending spam ; spam (sent|originat|
            coming) from ; (spammer|spammers|spamming|spam host|spam server|spam source|spamtrap|spam trap|spam ip) ;
            unsolicited (mail|email|bulk)* (originating|coming|from your) ; rate of unsolicited ; unusual rate of ;
            mail (originating |coming |)from your (ip|network|server|host|domain)* (block|not) ; (not accept|refuse|
            refusing|reject|accepting|accept) (mail|email|messages|connections|traffic|any mail|smtp|
            your mail)s? (from |sent from |connections from |traffic from )(your|this|you|that|dynamic|hosts|ip|the|
            unknown|dial|home|residential|client|server|any) ; from your (ip|network|host|server|address|domain) ;
            no access from ; you are not (allowed|permitted|authorized|welcome) to (connect|access) ;
            not allowed to connect ; not (allowed|permitted|authorized) to (connect|access this) ;
            not currently accepting mail from ; (access|connection|connections) (is |are |was |
            has been |)(denied|refused|rejected|blocked|not allowed|restricted)* (ip|host|blocked|reputation|rbl|spam|
            list) ; access to this mail system has been rejected ; to submit messages to this ; due to * (abuse|
            complaints) ; user complaints ; (hostile|abusive|malicious|offending|infected) (ip|host|network|server|
            activity|source|system) ; open proxy ; open relay ; botnet ; listed as (a |an |)(spam|abusive|dynamic|
            open) ; requires confirmation ; confirm this mail server ; may not be mail exchanger ; prohibited ip ;
            firewall ; honeypot ; abuse (detected|report|complaint|policy|reasons|from) ; esmtp not accepting ;
            no smtp service ; delist ; removal from (this|the|our) list ; to be removed from ; remove your ip ;
            unblock ; whitelist ; white list ; allow ?list
            """
        ),
    ]
}
