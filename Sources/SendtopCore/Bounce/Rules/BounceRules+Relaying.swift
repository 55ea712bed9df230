extension BounceRules {
    /// The receiving host does not pass mail on for us.
    static let relaying: [BounceRule] = [
        BounceRule(
            "relay-denied",
            .relay,
            """
            relay(ing|) (is |has been |was |)(access |mail |to |operation |of |)(denied|not|prohibit|disallow|refus|
            rejected|forbidden|restrict|block|disabled|unauthor|attempt|requires|only|failed) ; unable to relay ;
            cannot relay ; could not relay ; (do|does|will|may) not (allow |permit |support |)relay ; no relay ;
            not (permitted|allowed|authorized|authorised|able|configured|willing) to (be |use |)relay ; not relay ;
            (allowed|permitted) to be relayed ; be relayed (thru|through|by|here) ; open relay ; relay (access|
            prohibited) ; (denied|rejected|refused|prohibited|blocked) (by |due to |for |attempt to |because of |
            )relay ; attempt to relay ; third party relay ; unauthorized relay ; illegal relay ; relaying ;
            allowed rcpthosts ; list of (allowed |)rcpthosts ; rcpthosts ; is not (hosted|handled|served|a local domain|
            a hosted domain) ; (domain|host) (is |)not (hosted|handled|served|local|configured) (here|on|by|at) ;
            not a local domain ; (we |)do not (handle|host|serve|accept (mail|email) for) (this|that|the|your) (domain|
            host) ; not (handle|accept) (mail|email) for (that|this) domain ; not a gateway ;
            mail server not for this domain ; not (the |)(mail|mx) (host|server) for ; unrelayable ;
            please use the smtp (relay|server) (at|of) your ; weiterleitung (nicht|verweigert) ; relais (refuse|
            interdit|non) ; reenvio (no|denegado) ; relay (negado|nao|non|no|nicht|negato|zabroniony) ; relaying (nicht|
            negado|negato|nao) ; retransmission refusee ; релей ; пересылка*запрещ ; 中継*(拒否|許可) ; 转发*拒绝
            """
        )
    ]
}
