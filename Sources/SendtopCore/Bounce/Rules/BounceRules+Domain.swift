extension BounceRules {
    /// The recipient's domain takes no mail, or its name could not be looked up.
    static let domain: [BounceRule] = [
        BounceRule(
            "nonexistent-domain",
            .noDomain,
            """
            nxdomain ; enotfound
            """
        ),
        BounceRule(
            "perhaps-no-such-domain",
            .noDomain,
            hard: false,
            """
            no route found to domain ; bad (email |recipient |)domain
            """
        ),
        BounceRule(
            "domain-not-found",
            .noDomain,
            when: .code(subject: 4, detail: 4),
            """
            domain lookup failed
            """
        ),
        BounceRule(
            "domain-not-reached",
            .network,
            """
            no mxs? for this domain could be reached
            """
        ),
        BounceRule(
            "name-service-failed",
            .network,
            """
            host not found try again ; (dns|name|hostname|host name|domain name|mx|domain|nameserver|
            name server) (lookup|resolution|resolving|query|server|lookups) (has |)(failed|failure|error|timed
            out|timeout|
            temporar|problem|fail) ; temporary (dns|lookup|name|resol) ; name server* (timed out|timeout|not respond) ;
            cname lookup failed temporarily ; (dns|mx|lookup) (temporar|timeout|server failure|servfail|soft error) ;
            servfail ; temporary failure in name resolution
            """
        ),
        BounceRule(
            "no-such-domain",
            .noDomain,
            """
            (domain|host|hostname|host name|mail domain|recipient domain|destination domain|email domain|
            hosts)s? (name |part |address |system |server |)(is |was |does |do |has |could |can |you are sending to |
            )(not exist|not found|unknown|not be found|nonexist|non exist|not resolve|no mx|no valid mx|
            no mail exchanger|invalid|no longer exist|not known|not a valid|not be resolved|not valid|cannot be found|
            not registered|doesnt exist|expired|not existing) ; (no such|unknown|nonexistent|non existent|invalid|
            non existing|nonexisting|unresolvable|unroutable|unrouteable) (destination |recipient |mail |email |dns |
            target |remote |)(domain|host|mail domain|hostname) ; host unknown ; domain unknown ; unable to find (the |
            )(recipient |)(domain|host) ; to find the recipient domain ; (could not|cannot|unable to|failed to|
            could not find any|can not) (find|resolve|locate|look up|lookup|get mx|resolve mx)* (domain|host|mx |
            mail exchanger|mx info) ; find any host named ; (domain|host)* (could not be found|does not exist|
            cannot be found|could not be resolved) ; (no|not any) (valid |usable |a |)(mx|mail exchanger|mail exchange|
            a record|aaaa)( |s |es )(record|host|or|and|for|found|exist|record|server|entr|or a) ; no mx ; (has|have|
            had|found|with|without|lacks) no? ?(valid |usable |)mx_ ; null mx ; nullmx ; (has|have) no mail
            (exchange|server|host) ; not have (any |a |valid |a valid |an |)(mx_|mail
            exchange) ; no relevant answers ; indicated no (smtp|mail|
            email) service ; domain (does not|do not|doesnt|will not|cannot) (accept|receive|have|exist) ;
            does not (accept|receive) (any |)(mail|email|messages) (for|at|on) (this|that) (domain|host) ; (domain|
            host) (does not accept|not accepting|accepts no) (mail|email|messages) ; host does not accept ; nxdomain ;
            name or service not known ; no such host ; dns hard error ; relevant mx records point to non ;
            no dns (record|entr|information|a record|data|mx) ; domain is not (valid|found|registered|known|reachable) ;
            domain (could|can) not be (found|resolved|reached) ; domain cannot be ; non ?existent domain ;
            unrouteable (mail |)domain ; bad destination (host|system|domain) ; invalid domain ; domain invalid ;
            domain missing or malformed ; mx record (not found|missing|does not) ; mx records? (do not|not found|
            does not)_ ; valid mx for rcpt ; dns domain ; not a valid domain ; domain not in dns ; domain has no mail ;
            (domane|domain|domaine|dominio) (existiert nicht|unbekannt|nicht gefunden|inexistant|inconnu|introuvable|
            nexiste|no existe|inexistente|nao existe|sconosciuto|non esiste|desconocido|nieznana|nie istnieje|
            bestaat niet|onbekend) ; nicht erreichbar* domain ; (el |o |)dominio* (no existe|nao existe|non esiste|
            inexistente) ; domena* (nie istnieje|nieznana) ; домен*(не найден|не существует|не найдено) ;
            ドメイン*(存在|見つか|不明) ; 域名*(不存在|错误|无效)
            """
        ),
    ]
}
