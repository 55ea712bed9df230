extension BounceRules {
    /// Refusals of the sender's address or domain, which read much like those of a recipient's.
    static let sender: [BounceRule] = [
        BounceRule(
            "sender-blocked",
            .blocklist,
            """
            sender (address |email address |domain |host |ip |ip address |)(is |was |has been |)(black|block|bann) ;
            sender is (in|on) (my |our |a |the |)(black|block|bad|deny|spam) ; blocked sender ; (from|
            sender) address (is |has been |)(black|block) ; badmailfrom ; bad mail from list ; your (email |mail |
            )(address|domain) (is |has been |was |)(black|block|bann) ; your domain is (on|in) (a|our|the) b ;
            senderfilterconfig ; sender filter ; has been blocked by the recipient ; blocked by the recipient_ ;
            spam source sender ; poor reputation sender
            """
        ),
        BounceRule(
            "sender-refused",
            .policy,
            actor: .senderConfiguration,
            """
            sender (address |email address |email |domain |id |)(is |was |has been |)(reject|denied|refus|invalid|
            unknown|not allow|not accept|unaccept|not exist|does not|must|not found|not permit|not verif|could not|
            cannot|verif|unverif|bad|not valid|undeliver|not own|not pre|not match|malformed|empty|unresolv) ; (invalid|
            bad|unknown|forged|fake|malformed|illegal|unroutable|unrouteable|unresolvable|unverified|unaccept|empty|
            null|missing|refused|rejected) (envelope |mail |email |)(sender|from address|return path|reverse path|
            mail from) ; domain of (the |)sender ; senders (address|domain|email|mail)* (not|fail|reject|invalid|does) ;
            domain name required for sender ; sender (verify|verification|callout|callback|address verif) ;
            mail from (address |domain |command |)(is |)(reject|refus|denied|not allow|invalid|not owned|must|does|
            unknown|has no|verif) ; (envelope|from) sender* (denied|reject|not accept|not allow|must exist|invalid) ;
            envelope sender ; from (address|header|domain|field) (is |was |has |)(reject|not |invalid|denied|refus|
            missing|contains|must|verif|does|unknown|cannot|could) ; from domain is invalid ; provide a valid from ;
            not accepted from servers without a valid sender domain ; return path (is |domain |address |)(not|invalid|
            reject|does) ; returned mail not accepted ; no bounces accepted ; empty envelope senders ; null senders ;
            backscatter protection ; batv_ ; not owned by user ; by non member to a members only ; not allowed to post ;
            sender not (allowed|authori|in|on|permitted|known) ; sending domain (does not|is not|has no|could not|not|
            must) ; you are not allowed to send ; not allowed to send (mail |email |messages |)(from|to|as) ;
            not a registered gateway user ; callback setup failed while verifying ; unsigned dsn ; no third party dsns ;
            does not exist e2110 ; address of sender ; reject mail from ; rejected mail from
            """
        ),
        BounceRule(
            "sender-unresolvable",
            .policy,
            actor: .senderConfiguration,
            """
            sender* (mx_|dns_|no such domain|not resolve|not found|unknown) ; sender has no ; resolve sender ; (domain|
            mx_|host)* (mail from|helo_|ehlo_|sender domain|for sender) ; sender domain
            (is|has|does|must|could|cannot|not)_ ; (ehlo|helo|greeting) (host|domain|
            name)* (not|invalid|unknown)
            """
        ),
        BounceRule(
            "sender-refused-worldwide",
            .policy,
            actor: .senderConfiguration,
            """
            absender*(abgelehnt|ungultig|ungueltig|unbekannt|nicht|existiert|gesperrt|verweigert) ; emetteur (invalide|
            inconnu|refuse|rejete) ; expediteur (invalide|inconnu|refuse|rejete|non) ; adresse (de l|dexpediteur|
            expediteur|emettrice)*(invalide|refuse|rejete|inconnu) ; remitente (rechazad|desconocid|invalid|no |
            bloquead|inexistente) ; remetente (rejeitad|desconhecid|invalid|nao |bloquead|inexistente) ;
            mittente (rifiutat|sconosciut|non |inesistente|bloccat|invalid) ; afzender (geweigerd|onbekend|niet|
            ongeldig|geblokkeerd) ; (adres |)nadawc(a|y) (odrzucon|nieznan|nie |jest nie|zablokowan) ;
            отправител* (отклон|не |запрещ|заблок|недейств) ; 送信者*拒否 ; 送信元*拒否 ; 发件人*(拒绝|黑名单|不存在|
            被禁) ; 寄件者*(拒絕|黑名單|不存在)
            """
        ),
        BounceRule(
            "identity-not-verified",
            .policy,
            actor: .senderConfiguration,
            """
            email address is not verified ; identities failed the check ; unverified (email address|domain|sender) ;
            from (an |)unregistered domain ; sending (has been |)(suspended|paused|disabled) for (this|your) account ;
            account (sending|is) (suspended|paused) for sending ; access denied bad outbound sender ;
            bad outbound sender
            """
        ),
    ]
}
