extension BounceRules {
    /// What the sending domain or host failed to prove.
    static let authentication: [BounceRule] = [
        BounceRule(
            "authentication-delayed",
            .system,
            when: .temporary,
            """
            temporary auth
            """
        ),
        BounceRule(
            "domain-authentication",
            .auth,
            """
            spf_ ; dkim_ ; dmarc_ ; sender policy framework ; domainkeys ; dkim signature ; openspf. ; spf.pobox ;
            spffail ; dmarc policy ; spfcheck ; unauthenticated ; is not authenticated ; not properly authenticated ;
            (message|email|mail|sender) (is |was |has |)(not |un|no )authenticat ; not have authentication information ;
            no authentication information ; authentication (checks|results|failure) ; (email|sender|
            domain) authentication ; required authentication level ; fails to pass authentication ; failed (to pass |
            )(the |)authentication ; did not pass authentication ; does not pass* verification ; anti spoof ; spoofed ;
            spoofing ; forged ; sender id (permerror|fail|check) ; mismatches client ip ;
            not authorized to send (email |mail |messages |)(from|for|on|as) ; not (permitted|authorized|allowed|
            designated) (as a |as |to send as )(sender|permitted) ; does not designate ; domain owner ; owner policy ;
            batv ; impersonat ; ip for sending mail of domain ; does not have permissions to send as ;
            send as this sender ; message requires arc ; bimi
            """
        ),
        BounceRule(
            "reverse-dns",
            .auth,
            """
            ptr_ ; rdns_ ; reverse dns ; reverse (host|lookup|name|ip|map|record|resolution|address|domain|entry) ;
            reverse (hostname|dns) ; cannot find your (reverse |)host ; find your (reverse |)hostname ;
            ip name (lookup failed|possibly forged) ; unresolvable relay host ; cannot resolve your ;
            could not resolve your ; does not resolve to (your|the) ; (ip|host|client|address|you) (has|
            have) no (reverse|dns|name|ptr|hostname) ; no (valid |)(reverse|rdns|ptr) ; missing (reverse|rdns|ptr) ;
            (invalid|bad|generic|dynamic) (reverse|rdns|ptr|dns ptr) ; no matches to nameserver query ; unresolved ip ;
            sender ip reverse ; dns ptr ; (without|lacks) (a |)(reverse|rdns|ptr) ; helo*(does not match|mismatch) ;
            fcrdns ; forward confirmed ; hostname does not resolve ; no dns entry for your ; unverifyable sending ip ;
            forbidden by invalid rdns ; custom reverse
            """
        ),
        BounceRule(
            "greeting-refused",
            .auth,
            """
            (helo|ehlo) (command |name |host |hostname |string |domain |argument |greeting |ehlo |or ehlo |helo |is |
            )(reject|invalid|refus|bad|not |denied|must|requires|does|should|has|fake|mismatch|error|is |check) ;
            (invalid|bad|fake|forged|faked|illegal|malformed|unresolvable) (helo|ehlo|name in helo|name in ehlo) ;
            (helo|ehlo) (verif|resol|name) ; need fully qualified hostname ; fully qualified (host|domain name)_ ;
            bad helo ; your helo ; your ehlo
            """
        ),
        BounceRule(
            "login-required",
            .auth,
            """
            smtp auth ; authentication (is |)(required|needed|necessary|failed|unsuccessful|credentials|mechanism|fail|
            error) ; must (first |)(authenticate|login|log in|be authenticated|check) ; authenticate first ;
            require authentication ; requires authentication ; please (authenticate|log in|login) ; (username|user name|
            login|password)* (not accepted|incorrect|invalid) ; not authenticated ; authenticate before ;
            client was not authenticated ; was not authenticated ; login required ; client not authenticated ;
            auth (failed|required|needed|first|error) ; invalid credentials ; check (for new |)mail (first|before) ;
            pop before smtp ; retrieve your mail ; not logged in ; authenticated users only
            """
        ),
        BounceRule(
            "encryption-required",
            .auth,
            """
            issue a starttls ; starttls (is |)(required|first|command first|needed) ; (tls|encryption|ssl) (is |
            )(required|needed|mandatory|negotiation failed|handshake fail) ; requires? (tls|encryption|a secure) ;
            must (use|issue) (tls|starttls|encryption) ; (require|requires|requiring) (tls|encryption|starttls) ;
            not (sent over|use) (tls|a tls|encrypt) ; tls (not|connection) (available|fail) ; starttls (failed|not) ;
            certificate (verif|not trusted|expired|fail|verification) ; failed to (start|negotiate|initiate) (tls|
            starttls|a tls) ; cannot start tls ; mta sts ; dane_ ; untrusted certificate ; requiretls ; (tls|ssl)
            version ; wrong version number ; ssl routines
            """
        ),
        BounceRule(
            "authentication-worldwide",
            .auth,
            """
            authentifizierung (erforderlich|fehlgeschlagen|notwendig) ; anmeldung erforderlich ;
            authentification (requise|necessaire|echou) ; autenticacion (requerida|fallida|fallo) ;
            requiere autenticacion ; autenticacao (requerida|necessaria|falh) ; autenticazione (richiesta|fallita|
            necessaria) ; wymagan* (autoryzacj|uwierzytelni) ; требуется аутентификация ; 認証*(失敗|必要) ; 身份验证 ;
            需要认证 ; 反向解析
            """
        ),
    ]
}
