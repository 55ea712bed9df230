extension BounceRules {
    /// What passes by itself, or has gone on for too long.
    static let delays: [BounceRule] = [
        BounceRule(
            "expired",
            .expired,
            """
            (message|delivery|queue|mail|retry|time|delivery time|retry time|email|lifetime|time to live)s? (has |was |
            is |)(expired|expir|timeout exceeded|too old) ; expired (in|after|while|before|message|from)_ ; too old ;
            message timed out ; been in (the |)queue (too long|for_) ; (in|on) (the |)(mail |)queue (for |)(too
            long|more than|
            over) ; exceeded max(imum|) (time|retr|number of (deferral|retr|attempt)|age|queue|attempt|delivery) ;
            retry (timeout exceeded|time not reached) ; (have|has) been failing for a long time ; (undeliverable|
            undelivered|not delivered|not be delivered) (for|after|within|in)_ ; giving up after ; after
            (attempts|retries|tries) ;
            (cannot|could not) send (message |mail |it |)(for|after)_ ;
            i am not going to try again ; im not going to try again ; not going to try again ; gave up ; (could|
            can) not be delivered (for|after|within|in)_ ; unable to deliver (message |it |)(after|within|in)_ ;
            delivery attempts (will|have|exceed) ; allowed queue period ; maximum (retry|retries|queue|delivery time|
            number of (retr|attempts|delivery)) ; has not been collected after ; retry limit ; (number of|max|maximum|
            too many) (delivery attempts|retries|attempts exceeded|deferrals) ; attempts (exceeded|exhausted) ;
            retries (exceeded|exhausted) ; delivery (was |)(attempted|tried) (for|during) ; unable to contact host for ;
            will be deleted from queue ; message will be deleted ; delayed (for|more than|over) ; has been delayed ;
            zeituberschreitung ; zeitlimit uberschritten ; delai (depasse|expire) ; tiempo (agotado|excedido|expirado) ;
            mensaje caducado ; tempo (esgotado|expirado|scaduto) ; 过期 ; 有効期限 ; истек
            """
        ),
        BounceRule(
            "greylisted",
            .greylist,
            """
            gr(e|a)y ?list ; gr(e|a)y listed ; gr(e|a)y list ; gr(e|a)ylist ; postgrey ; gl01_ ; triplet ;
            verification in progress ; temporarily (rejected|refused|deferred)* (new|unknown|first) ; first (time|
            contact|attempt|seen)* (try|retry|again|later|defer) ; come back (later|in) ; (retry|try) (again |
            )in * (seconds|minutes|min|sec) ; you must try later ; please retry (later|in|again|your) ;
            listed on a gr(e|a)y
            """
        ),
        BounceRule(
            "temporarily-refused",
            .system,
            """
            server (has |)temporarily (reject|refus) ; mailbox temporarily (reject|refus) ; out of memory ;
            delayed by ; temporary (block|fail|error|problem|reject|local|lookup|server|internal|system|policy)
            """
        ),
        BounceRule(
            "too-fast",
            .rate,
            """
            rate ?limit ; rate limit ; ratelimit ; rate (is |has been |was |)(exceed|too high|control|restrict) ;
            at a rate that prevents ; receiving (mail|messages|email) (at a rate|too (quickly|fast|many|much)) ;
            too (quickly|fast|frequent) ; slow down ; (connection|message|mail|email|sending|delivery|recipient|
            envelope|transaction|session)s? (rate|frequency|frequencies|count|concurrency|volume) (limit|exceed|too|is|
            restrict|control|has) ; frequency limit ; (frequency|frequent|frequently) (limited|exceed|too) ;
            ~frequency limited ; (too many|too much|maximum|excessive|exceeded|max|exceeds|exceeding|
            exceed) (number of |simultaneous |concurrent |parallel |open |smtp |active |incoming |new |tcp |the |
            maximum |allowed |your |tls |our |of your )*(connection|session|recipient|message|thread|conversation|rcpt|
            channel|email|mail|process|request|invalid|unknown|bad|errors|error|failed|concurrent|login|transaction|
            talker|nonexistent|hits)s? (from|for|per|in|at|to|on|this|limit|received|attempts|opened|sent|users|
            commands|exceeded|within|by|specified|of|and) ; too many (recipient|connection|session|concurrent|
            simultaneous|message|mail|email|invalid|unknown|bad|error|login|smtp|open|incoming|thread|request|rcpt|
            failed|tls|new|transaction|host|talker|non|active|hits) ; too much (mail|email|traffic|recipient) ;
            (connection|concurrency|session|recipient|recipients) (limit|limits) (exceed|reach|is|has|have) ;
            limit (of |on |for )(concurrent|simultaneous|connection|recipient|message|email) ; limits? (for|
            on) how many (messages|emails) ; how many (messages|emails) can be sent ; number of (messages|recipients|
            connections|emails)* (exceed|limit|reach) ; exceeded (their |its |the |his |)(message rate|limit for|
            connection|recipient|rate|number of) ; unusual (rate|sending|volume|amount)* (rate limited|limited|
            temporarily|detected|activity) ; temporarily (rate |)(limited|throttled|deferred|restricted) ; server (is |
            )(too |)busy ; (is|are|currently|system|too) busy ; busy_ ; resources (are |is |)(temporarily |currently |
            )(not available|unavailable|restricted) ; (high|excessive|unexpected|unusual) (volume|load|number|traffic|
            amount) ; system load ; load average ; overload ; throttl ; try again slower ; reduce (the |your )(rate|
            number|sending) ; quota (of|for) (messages|recipients|connections) ; (message|recipient|
            connection)s? (limit|limits|quota) (for|has|have|was|exceed|reached) ; this hour ; flood ;
            max(imum|) (number|count) of ; limits? per_ ; no more (connections|messages|recipients) ; all server ports
            are busy ;
            maximum (concurrent |number of |
            )(connections|sessions|recipients) ; trop de (connexion|destinataire|message|mail|session|connection) ;
            zu viele (verbindung|empfanger|empfaenger|nachricht|mail|anfragen|fehler) ; demasiad(o|a)s (conexion|
            destinatario|mensaje|correo) ; (demasiados|demasiadas) (conexion|destinatario|mensaje|correo) ; (muitas|
            muitos|excesso de) (conex|destinat|mensage|email) ; troppe connession ; troppi (destinatari|messaggi) ;
            te veel (verbinding|ontvanger|bericht) ; zbyt (wiele|duzo|czesto) ; za duzo (polaczen|odbiorcow|
            wiadomosci) ; слишком (много|часто) ; превышен (лимит|предел) ; 频率 ; 过于频繁 ; 过多 ; 连接数 ; 頻度 ;
            同時接続 ; 送信数 ; 너무 많
            """
        ),
    ]
}
