extension BounceRules {
    /// The two hosts did not understand each other.
    static let protocols: [BounceRule] = [
        BounceRule(
            "malformed-message",
            .protocol,
            """
            (message|mail|email|header|headers|from|date|subject|messageid|message id|to|mime|from header|received|
            content type)s? (header |headers |field |line |)(is |are |was |has |)(missing|malformed|invalid|not rfc|
            not compliant|syntax|duplicate|non compliant|illegal|incorrect|required|not valid|improper|corrupt|empty|
            too long|error|not present) ; (missing|malformed|invalid|illegal|duplicate|multiple|improper|no valid|bad|
            incorrect|empty|corrupt|broken) (message|from|date|header|headers|messageid|message id|mime|subject|
            to header|rfc|content type|received|addresses in|email header|8bit|structure|format)s?_ ;
            multiple addresses in ; (rfc|rfcs) (violation|compliant|compliance|standard|specification|conform|ignorant|
            requirement) ; not (rfc|compliant|conform) ; non compliant ; not (comply|conform) ; must be rfc ;
            bit data ; bare (linefeed|lf|newline|cr|carriage) ; (8 ?bit|eight bit|8 bit|smtputf8|utf 8|utf8|charset|
            character set|encoding|mime|chunking|bdat|binarymime)* (not|invalid|improper|illegal|unsupport|required|
            fail|error|reject) ; improper use of ; conversion failed ; conversionfailed ; message format ;
            mime complexity ; charset not supported ; internationalized ; line too long ; header error ;
            too many headers ; header size ; null character ; missing a valid
            """
        ),
        BounceRule(
            "protocol-error",
            .protocol,
            """
            syntax (error|violation) ; protocol (error|violation|synchroni) ; synchronization error ; (command|
            commands) (is |was |)(not|unrecogni|unknown|out of|sequence|unimplement|rejected improper|pipelin|invalid|
            unsupport|disabled|parameter) ; (unrecognized|unrecognised|unknown|invalid|unsupported|unimplemented|bad|
            illegal|improper|unexpected) (command|parameter|sequence|argument|smtp|verb|pipelining|esmtp|syntax) ;
            bad sequence ; out of sequence ; sequence of commands ; need (rcpt|mail|data|helo|ehlo) ; helo first ;
            ehlo first ; say (hello|helo|ehlo) ; polite people ; greet(ing|) (first|too|talk|before) ; pre ?greeting ;
            (early|talker|earlytalker) ; pipelining ; nested mail ; parameter(s|) (not|invalid|unrecog|syntax|error) ;
            command (line |)too long ; line length ; expected (mail|rcpt|data|helo) ; malformed (address|command|
            recipient|smtp) ; bad (address |)syntax ; (invalid|illegal|incorrect) (address |)(syntax|format|character) ;
            need fully qualified (address|email) ; fully qualified (email |)address ; domain name required ;
            domain literal ; unsupported mail
            """
        ),
    ]

    /// The mail goes round; before what is too big, since hops are exceeded, too.
    static let loops: [BounceRule] = [
        BounceRule(
            "mail-loop",
            .network,
            """
            too many (hops|received|hop) ; hop count ; hops? (exceed|limit|count|max) ; (mail|message|routing|
            forwarding|forward|email|possible|delivery) loop ; loop(s|ing|ed|) (back|detect|to|was|found|count|it|
            between|mail|message|broken) ; loops back ; is looping ; loop detected ; aliasing loop ; delivered to line ;
            maximum hop ; routing (error|loop|problem) ; would create a (mail |)loop ; mx problem ;
            mx record points to local ; mx points to ; exceeded hops ; message exceeded hops
            """
        )
    ]

    /// The mail did not get through, or not yet.
    static let transport: [BounceRule] = [
        BounceRule(
            "network",
            .network,
            """
            (connection|connect|session|network|conversation|host|server|socket|link|remote|mx|greeting|lost|command|
            data|read|write|response|input|smtp|operation|idle|banner|dns|tcp|query)s? (was |is |has |has been |have |
            to |with |from |not |)(timed out|time out|timeout|reset|refused|dropped|lost|closed|aborted|broken|
            unreachable|terminated|failed|fail|interrupted|unavailable|down|hung up|not respond|did not|closing) ;
            (timed out|timeout|time out) ; unable to (connect|establish|contact|reach|open|complete|deliver to any) ;
            (could|can|cannot|can) not (connect|establish|reach|contact|open) ; cannot (connect|reach|contact|establish|
            open) ; (could|did|does) not (respond|answer|connect|complete) ; not respond ; no (answer|route|response|
            connection|reply|network|host available|servers? available|mail ?server|mail hosts?) ; no route to host ;
            (connection|network) (refused|problem|error|failure|unreachable|failed|issue) ; (host|network|server|
            destination|domain) (is |)(unreachable|not reachable|down|not responding|unavailable) ; lost connection ;
            closed (the |)connection ; refused to talk to me ; failed to connect ; error (connecting|dialing|
            communicating|opening|while) ; i o timeout ; did not accept (the |our |)(connection|request) ; etimedout ;
            econn(reset|refused|aborted) ; e(host|net)unreach ;
            epipe_ ; eai again ;  connect to_ ; dial tcp ; broken pipe ; end of file ;
            unexpected eof ; bad connection ; establish an smtp ; temporarily unreachable ; remote (host|server|
            mta) (closed|did|said nothing|is not|not) ; dropped connection ; connection drop ;
            delivery (temporarily |)suspended ; unable to (resolve|route|look up|lookup) ; (transport|tls|ssl|
            socket) (error|failure|failed) ; dns (error|failure|problem|timeout|query|issue) ; peer (reset|closed) ;
            unroutable ip ; (verbindung|zeit)* (abgebrochen|fehlgeschlagen|uberschritten|nicht moglich|getrennt|
            zeituberschreitung) ; connexion* (echou|perdue|impossible|expire|interrompue) ; conexion* (fallid|rechazada|
            perdida|agotad) ; conexao* (falhou|recusada|perdida|esgotad) ; connessione* (fallita|persa|scadut|
            rifiutata) ; polaczeni* (nieudane|przerwane|zerwane) ; соединени*(разорв|не удал|превыш|прерв) ;
            接続*(できません|失敗|タイムアウト) ; (连接|连线)*(超时|失败|断开) ; タイムアウト ; 超时
            """
        ),
        BounceRule(
            "system",
            .system,
            """
            (service|server|system|mail system|mail server|mail service|smtp service|resource|resources|daemon|backend|
            mailserver|program)s? (is |are |was |has been |)(temporarily |currently |not |presently |)(unavailable|
            not available|available|down|error|failure|problem|shutting|shut|offline|not active|active|malfunction|
            maintenance|closing|not accepting|fault|busy|inaccessible|stopped|suspended|disabled|not running|
            not ready) ; (temporary|temporarily|transient|intermittent|local|internal|unknown|unexpected|system|server|
            configuration|fatal|general|database|ldap|lookup|technical|processing|undefined|unspecified|other|software|
            disk|file|queue|delivery|mailer|relay|remote|backend|directory|policy server) (local |server |system |
            configuration |internal |delivery |lookup |mail |backend |dns |database |processing |mailer |smtp |
            software |address |directory |file |write |delivery |or other |queue |file write |ldap |)(error|problem|
            failure|fail|issue|difficult|unavailable|reject|outage|fault|exception|condition|malfunction) ;
            temporary (fail|error|prob|reject|local|lookup|server|internal|condition|defer) ; try (again |it again |
            your |to send |resend|sending |re sending |back )(later|in|after|again|shortly|soon|at) ; try later ;
            try again ; again later ; later again ; please retry ; retry later ; requested action aborted ;
            local error ; error in processing ; mail system (config|error|problem) ; (config|configuration) (error|
            problem|incorrect) ; misconfigur ; (error|failure|problem) (writing|reading|in|while|processing|delivering|
            opening|during|creating|accessing|saving|locking) ; lookup (failure|failed|error|temporar) ; cannot (open|
            create|write|access|append|update|process|save|lock|get|read|handle|load) ; unable to (open|create|write|
            access|append|process|lock|queue|store|save|accept|handle|verify) ; (under|for|scheduled|in|system|
            server) maintenance ; shutting down ; interrupted system call ; mailer error ; exit status ; exit code ;
            died with (status|signal) ; core dump ; closing (transmission|connection|channel) ; service not available ;
            not accepting (messages|mail|email|connections|any) ; qq_ ; internal resource ; deferred ; temporar ;
            queue file ; queue (is |)full ; unable to process ; no mdb ; not currently available ;
            currently unavailable ; unknown mail transport ; alias (database|expansion) ; aliasing forwarding ;
            vdeliver ; recipient deferred ; undefined status ; could not load ; cannot be processed ; crash ;
            wrong owner ; (spater|spaeter) (erneut|noch|nochmal|wieder) ; vorubergehend ; voruebergehend ; plus tard ;
            temporairement ; indisponible ; mas tarde ; temporal(mente|) ; no disponible ; mais tarde ;
            temporari(amente|o|a) ; indisponivel ; piu tardi ; temporane ; non disponibile ; opnieuw ; tijdelijk ;
            pozniej ; chwilowo ; tymczasow ; позже ; временн ; недоступ ; 一時的 ; 後で ; しばらく ; 再試行 ; 暂时 ;
            稍后 ; 請稍後 ; 暫時 ; 临时 ; 系统繁忙 ; 系统错误 ; 나중에 ; 일시적 ; 다시 시도
            """
        ),
    ]
}
