extension BounceRules {
    /// What the message holds, or seems to.
    static let content: [BounceRule] = [
        BounceRule(
            "virus",
            .spamContent,
            """
            virus ; viruses ; malware ; infected ; trojan ; malicious ; worm_ ; phish ; clamav ; ransomware ; harmful ;
            dangerous (content|attachment|file) ; exploit ; potential(ly|) (security|dangerous|harmful|unsafe) ;
            contains suspicious ; suspicious (content|attachment|file|message|mail|email|url|link)
            """
        ),
        BounceRule(
            "attachment",
            .spamContent,
            """
            (attachment|attachments|file type|file extension|attached file|file name|filename|executable|zip file|macro|
            extension)s? (type |name |extension |of this type |with |is |are |was |were |has been |of type |)(not |
            block|reject|prohibit|forbid|banned|denied|disallow|refus|restrict|illegal|unauthor|strip|violat) ;
            (illegal|banned|prohibited|forbidden|disallowed|unacceptable|unauthorized|blocked|executable|restricted|
            unsafe|bad) (attachment|file|extension|content) ; content presents a potential ;
            images or other attachments ; does not accept (attachments|html|executable) ; attachment
            """
        ),
        BounceRule(
            "spam",
            .spamContent,
            """
            spam ; spammy ; junk ?mail ; junk ; ube_ ; uce_ ; unsolicited ; bulk (mail|email|message|sender) ;
            spamassassin ; bayes ; bogofilter ; rspamd ; ~spam ; likely suspicious ; suspicion of ; mass ?mail ;
            advertis ; newsletter ; scam_ ; abusive (content|message|mail) ; high score ; score (of|is|too|exceed|above|
            threshold|over) ; spam ?score ; indesirable ; pourriel ; no deseado ; nao solicitad ; nao desejad ;
            indesiderat ; unerwunscht ; unerwuenscht ; ongewenst ; niechcian ; werbung ; publicidad ; спам ;
            нежелательн ; 迷惑メール ; スパム ; 垃圾 ; 广告邮件 ; 廣告 ; 스팸 ; kotuye ; skrapp ; roskaposti ; nevyzad
            """
        ),
        BounceRule(
            "content-refused",
            .spamContent,
            """
            (message|mail|email|msg|body|subject|text|header|data|url|link)s? (body |header |text |your |s |)content(s|
            ) (is |was |has been |have been |not |are |)(reject|denied|refus|block|not |restrict|filter|prohibit|violat|
            unaccept|contains|policy) ; (message|mail|email|content)s? (was |is |has been |)(filter|quarantin|discard) ;
            content (filter|rejected|denied|restrict|block|violat|not accept|not allow|policy|examination|polic|scan|
            inspection|is not|refus|prohibit|analysis|based|unaccept|error|related) ; (because of|due to|for|by|on|its|
            contains|inappropriate|prohibited|objectionable|offensive|undesirable|banned|restricted|unacceptable|
            forbidden|bad|invalid|illegal) (message |the message |the |its |content |mail |email |)content ; (blocked|
            banned|prohibited|blacklisted|forbidden|bad|suspicious|malicious|disallowed|listed) (url|link|word|phrase|
            subject|uri|domain in|text|words|urls|links|body|keyword) ; (contains|containing|with) (a |an |)(url|link|
            uri|blocked|banned|prohibited|forbidden|bad|suspicious|undesirable|unacceptable|profan|objectionable|
            obscene|adult|sexual|porn) ; (subject|url|link|uri|body|keyword|phrase|words?) (is |are |line |in |
            contains |blocked |not |rejected |)(block|black|banned|not allow|reject|denied|filtered|prohibit|violates) ;
            mail content denied ; intent (url|blocked) ; fingerprint ; pyzor ; razor ; cloudmark ; dcc_ ;
            header_checks ; body_checks ; milter (reject|found) ; rejected by (content|milter|filter) ;
            transaction rejected due to content ; html (only|tag|content) ; look(s|ed) like (a |an |)(spam|bulk|forged|
            junk|phish) ; duplicate (message|mail|content) ; message (looks|appears) ; classified as ; identified as ;
            detected as ; tagged as ; flagged as ; considered (as |)(to be |)(spam|unsolicited|junk|bulk) ; scored ;
            message filtered ; inhalt ; contenido ; conteudo ; contenuto ; contenu ; 内容*(拒绝|违规|不) ; 本文
            """
        ),
    ]
}
