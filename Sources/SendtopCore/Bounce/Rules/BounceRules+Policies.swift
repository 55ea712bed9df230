extension BounceRules {
    /// The receiver's own rules.
    static let policies: [BounceRule] = [
        BounceRule(
            "policy",
            .policy,
            """
            (local|security|organization|organisation|company|corporate|site|domain|server|mail|email|message|
            administrative|our|your|recipients|receiver|system|network|admin|user|acceptable use|content|delivery|
            recipient|site|global|access|connection|sending|enterprise|group|department|transport) polic(y|ies) ;
            polic(y|ies) (reason|violation|rejection|restrict|prohibit|block|reject|rule|does not|refus|deni|filter|of|
            that|at|error|check|server|settings|on|failure|match|enforce|abuse) ; (violat|against|contrary|conflict|
            breach|comply|compliant|compliance|conform)* polic ; (by|due to|for|because of|per|to|in|under) polic ;
            policyd ; administrative prohibition ; administratively (denied|prohibited|blocked|forbidden|rejected|
            restricted) ; prohibited by (administrator|admin|the|recipient|our) ; organi(z|s)ational (rule|setting) ;
            transport rule ;
            mail rule ; rule imposed ; (delivery|mail|message|email|messages) (to this (address|recipient|user|
            mailbox) |to this |)(is |are |was |)(restricted|not authorized|not permitted|not allowed|prohibited|
            forbidden|unauthorized) ; delivery not authorized ; not authorized ; not authorised ; unauthorized ;
            unauthorised ; message not allowed ; mail(s|) (is |are |)not allowed ; not allowed to send ; not (permitted|
            authorized|allowed) to (send|email|mail|post|deliver|use|submit) ; refused by (recipient|user|the recipient|
            the user|administrator|admin|local|filter|rule|host) ; (recipient|user|addressee|customer|
            account) (does not want|refuses|has blocked|rejects|has rejected|has refused|has restricted|restricts|
            does not accept|only accepts|is only accepting|not accepting|will not accept|has been blocked|
            has chosen not|declin|is protected|denied) ; only accept(s|ing|) (mail|email|messages) from ;
            you have been blocked ; blocked you ; prohibited the mail ; refuse to receive ; refuses to (receive|
            accept) ; recipient preferences ; sender not (allowed|authorized|on|in) ; not in (my|the|our|his|
            their) (white|allow|contact|approved|safe) ; (message|mail|email|delivery|transaction|submission|request|
            session) (has been |was |is |have been |being |permanently |)(reject|denied|refus|block|declin|forbid|
            disallow|prohibit|not accept|not allow|not permit|unaccept)* (by|due|because|for|polic|rule|filter|admin|
            security|system|at|from|user|recipient|http|see|reason|please|as|since|with|under|based|in|on) ;
            security (policy|polic|violation|reason|rule|restriction|settings|issue|check) ; secumail ; no thank ; not
            meet (the|our)_ ;
            restricted recipient ; restricted address ; confidential ; data loss ; dlp_ ; compliance ; internal (use|
            only) ; private address ; members only ; closed list ; moderat ; challenge ; over ipv6 ; ipv6 (sending|not|
            guideline) ; mailing list* (not|only|member|restrict)
            """
        ),
        BounceRule(
            "connection-refused-by-policy",
            .policy,
            when: .code(subject: 7, detail: 1),
            """
            connection refused
            """
        ),
        BounceRule(
            "access-denied",
            .policy,
            """
            access (is |was |has been |)(denied|prohibited|forbidden|restricted|refused|rejected|not allowed|deny) ;
            permission (denied|refused) ; no permission ; not have permission ; denied (by|access|permission|due|for) ;
            (forbidden|go away|not welcome|refused to talk) ; command rejected ; command refused ; client (host |)(was |
            )(rejected|denied|refused|blocked) ; host rejected ; connection (rejected|denied|not allowed) ;
            (connections|connection) not (accepted|allowed|permitted)
            """
        ),
    ]

    /// Refusals in other languages than English, without accents.
    static let worldwideRefusal: [BounceRule] = [
        BounceRule(
            "refused-worldwide",
            .policy,
            """
            (nachricht|mail|email|verbindung|annahme|zugriff|zustellung)* (abgelehnt|verweigert|blockiert|
            zuruckgewiesen|zurueckgewiesen|abgewiesen|nicht erlaubt|nicht gestattet) ; annahme verweigert ;
            zugriff verweigert ; richtlinie ; (message|mail|courriel|connexion|acces|service)* (rejete|refuse|bloque|
            interdit) ; (mensaje|correo|conexion|acceso|email)* (rechazad|bloquead|denegad|prohibid|no permitid|
            no autorizad) ; (mensagem|email|conexao|acesso|correio)* (rejeitad|recusad|bloquead|negad|proibid|
            nao permitid|nao autorizad) ; (messaggio|mail|email|connessione|accesso|posta)* (rifiutat|respint|bloccat|
            negat|vietat|non consentit|non autorizzat) ; (bericht|mail|email|verbinding|toegang)* (geweigerd|
            geblokkeerd|afgewezen|verboden) ; (wiadomosc|poczta|polaczenie|dostep|mail|email)* (odrzucon|zablokowan|
            zabronion|odmow) ; odrzucon ; (письмо|сообщение|доступ|соединение|почта)*(отклон|заблок|запрещ|отверг|
            отказ) ; (受信|配信|メール|接続|メッセージ)*(拒否|ブロック|制限|許可されて) ; (邮件|信件|连接|訪問|访问|
            郵件)*(拒绝|拒收|被拒|屏蔽|拒絕|阻止|拦截|禁止|退回) ; 黑名单 ; 黑名單 ; (메일|수신|발송)*(거부|차단) ;
            reddedildi ; engellendi
            """
        )
    ]

    /// Sentences that most often mean an unknown user, when nothing says otherwise.
    static let genericRecipient: [BounceRule] = [
        BounceRule(
            "temporarily-unavailable",
            .system,
            when: .temporary,
            """
            (mailbox|recipient|user|account|address)* (temporarily |currently |)(unavailable|not available|busy|locked|
            in use|inaccessible) ; requested (mail |)action (not taken|aborted|not completed) ; recipient (is |
            )temporarily
            """
        ),
        BounceRule(
            "mailbox-unavailable",
            .noUser,
            when: .permanent,
            """
            mailbox (is |was |currently |)(unavailable|not available|inaccessible|not accessible|access denied) ; (user|
            recipient|address|account|email address) (is |)(unavailable|not available) ; mailbox unavailable ;
            not a (local|valid|known)_ ; requested action not taken
            """
        ),
        BounceRule(
            "recipient-rejected-by-policy",
            .noUser,
            hard: false,
            when: .code(subject: 7, detail: 1),
            """
            recipient address (was |)reject ; recipient (was |is |)reject
            """
        ),
        BounceRule(
            "recipient-rejected",
            .noUser,
            """
            recipient (address |email address |is |was |has been |)(was |has been |is |)(reject|refus|not accept|denied|
            not allow|not permit|unaccept|error|fail) ; (address|addresses|user|mailbox) (was |is |has been |were |
            )(reject|refus|not accept|unaccept) ; (recipients|recipient|rcpt|rcpts|address|addresses) (was |were |is |
            are |)(reject|refus|not accept|failed|denied) ; (reject|refus|denied)(ed|ing|s|) (the |this |all |your |
            )(recipient|rcpt|address|user) ; cannot accept (the |this |mail for |)(user|recipient|rcpt|address) ;
            all recipients (were |)(reject|refus|failed|invalid) ; does not like recipient ; rcpt (to |)(command |
            )(reject|refus|denied|failed|error) ; undeliverable ; not deliverable ; cannot be delivered to this ;
            address error ; misconfigured forward ; delivery to this address ; destinataire (refuse|rejete|
            non accepte) ; destinatario (rechazad|rejeitad|rifiutat|recusad|no admitid) ; empfanger abgelehnt ;
            odbiorca odrzucon ; получатель отклон ; 收件人*(拒绝|被拒)
            """
        ),
    ]
}
