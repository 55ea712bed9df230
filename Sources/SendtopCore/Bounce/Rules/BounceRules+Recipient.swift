extension BounceRules {
    /// Sentences that are about the recipient whatever else is said.
    static let recipient: [BounceRule] = [
        BounceRule(
            "moved",
            .moved,
            """
            user (has |is |was |)moved ; recipient (has |)moved ; (mailbox|account|address) (has |was |)(moved|
            been moved|migrated|been transferred) ; no longer on server ; not our (customer|user) ; has changed (his|
            her|their|the|its) (email |mail |)address ; (new|please use) (email |mail |)address is ;
            address has changed ; address changed ; user not local please try ; user not local will forward ;
            please (try|use) the new address ; has left (the |our |this )(company|organi|firm|university) ;
            no longer (works|employed|work|with (us|the company)|with us|with the company|at this company) ;
            moved to a new address ; address (is |)(no longer|not) (valid|in use|used|available) please ;
            adresse (hat sich |)geandert ; a change dadresse ; a demenage ; ha cambiado de direccion ;
            mudou de endereco ; ha cambiato indirizzo ; 换邮箱
            """
        ),
        BounceRule(
            "icloud-inactive",
            .noUser,
            """
            inactive email address
            """
        ),
        BounceRule(
            "disabled",
            .disabled,
            """
            (account|mailbox|user|recipient|address|mail account|inbox|subscriber|alias|customer|login|maildrop|
            email address|user account|usermail|email account)s? (that you tried to reach |you tried to reach |
            you are trying to reach |for |with this address |)(is |was |has been |has |are |have been |had been |
            )(been |currently |now |temporarily |permanently |either |administratively |marked as |in |set to |
            )(disabled|inactive|suspend|deactivat|closed|terminat|expired|frozen|discontinued|cancel|dormant|not active|
            unactive|deleted|disactivated|on hold|abandoned|retired|not activated|not enabled|disconnected|turned off|
            unused|stopped) ; (account|mailbox|user|subscriber|user account|mail account|inbox|email account)s? (is |
            was |has been |are |)(been |currently |now |temporarily |permanently |administratively |)(blocked|locked|
            banned|barred|removed|held|hold|unavailable due to) ; (account|mailbox|user|address|recipient) (is |
            )no longer (active|in use|valid|available|accept|exist|used|monitored|in service|receiving|here|with us|
            supported) ; no longer (active|accepts|accepting|in use|valid|in service|a valid|receiv|monitored|available|
            has (an|a|his|her) account|has an account|at this|with this|an active) ; (disabled|suspended|inactive|
            deactivated|locked|closed|expired|frozen|dormant|blocked|terminated) (account|mailbox|user|recipient|
            address|email|for inactivity|due to inactivity|mail account|customer) ; due to (extended |prolonged |
            )inactivity ; extended inactivity ; not accepting (mail|messages|email) for this (mailbox|account|user) ;
            mail is not currently being accepted for this ; has been (disabled|suspended|deactivated|closed|terminated|
            discontinued) ; account (is |)(not active|not allowed|restricted|on hold) ; not active ; mailbox (is |)(not
            active|
            unavailable temporarily|on hold|restricted) ; user not active ; user inactive ; does not (accept|receive)
            (any |)(mail|email|messages)_!(for|from) ; never logged ; service (has |is |)expired ; cannot receive
            (mail|email|
            messages) ; not (able|allowed|permitted) to receive (mail|email|messages|external) ; domain is (suspended|
            disabled|expired|inactive|locked|parked) ; (konto|postfach|account|benutzer|adresse|mailbox)* (gesperrt|
            deaktiviert|inaktiv|geschlossen|stillgelegt|abgeschaltet) ; (compte|boite|adresse|utilisateur|
            bal)* (desactive|suspendu|ferme|inactif|inactive|bloque|cloture|resilie|supprime) ; (cuenta|buzon|usuario|
            casilla)* (desactivad|deshabilitad|suspendid|inactiv|bloquead|cancelad|cerrad) ; (conta|caixa postal|
            usuario|caixa)* (desativad|suspens|inativ|bloquead|cancelad|encerrad|desabilitad) ; (casella|account|utente|
            utenza|mailbox)* (disattivat|disabilitat|sospes|inattiv|bloccat|chius|cessat) ; (account|mailbox|gebruiker|
            postvak)* (geblokkeerd|uitgeschakeld|gedeactiveerd|opgeheven|afgesloten) ; (konto|skrzynka|
            uzytkownik)* (zablokowan|nieaktywn|wylaczon|zawieszon|usuniet|zamkniet) ; (ящик|аккаунт|учетная запись|
            учётная запись|пользователь)*(заблок|отключ|неактив|удал|приостанов|закрыт) ; (アカウント|メールボックス|
            ユーザ)*(無効|停止|休止|凍結|ロック|解約) ; (账号|帐号|帐户|账户|用户|邮箱|賬號|帳號)*(停用|禁用|冻结|锁定|
            被封|注销|失效|关闭|过期|已停|凍結) ; 휴면 ; 정지된
            """
        ),
        BounceRule(
            "account-unavailable",
            .disabled,
            when: .permanent,
            """
            (user |mail |email |)account (is |)(unavailable|not available)
            """
        ),
        BounceRule(
            "perhaps-no-such-user",
            .noUser,
            hard: false,
            """
            may not exist ; might not exist ; no valid recipients ; mailbox unavailable or access denied ;
            cannot deliver mail (for|to)_
            """
        ),
        BounceRule(
            "verification-delayed",
            .network,
            when: .temporary,
            """
            un(verified|deliverable) address ; address (verification|lookup) (fail|in progress|error|problem) ;
            (unable to|cannot|could not|failed to) verify ; (verify|verification) (callout |)(in progress|deferred)
            """
        ),
        BounceRule(
            "bad-address-syntax",
            .noUser,
            hard: false,
            """
            missing final ; domain name required for recipient ; address contains control or whitespace ;
            need fully qualified address ;
            (bad|invalid|illegal|incorrect|malformed) (recipient |email |)address syntax ; (syntax error|invalid syntax|
            bad syntax) in (the |)(recipient|mailbox|address)
            """
        ),
        BounceRule(
            "no-such-user",
            .noUser,
            """
            (user|recipient|account|mailbox|address|email address|alias|local part|email|customer|person|subscriber|
            usuario|userid|user id|user name|username|login|addressee|destination address|rcpt|mail address|member|
            maildrop|receiver|email account|recipient address|mail account|destination|dest user|local user|
            virtual user|user email)s? (name |address |mailbox |email |account |id |in to |you entered |
            you have entered |you specified |specified |given |that you tried to reach |you tried to reach |
            you are trying to reach |here |part |)(is |was |does |do |are |could |has |were |can |seems |did |
            )(currently |been |to be |either |probably |)(not exist|not be found|unknow|not found|not known|invalid|
            nonexist|non exist|not a known|not valid|not recogni|not listed|not present|doesnt exist|not in (our|the|
            this)|not here|not registered|no such|undeliverable|unrecogni|not a valid|not an active|not a local|
            not local|not our|not defined|not available at|incorrect|not on this|not hosted|wrong|misspelled|mistyped|
            not a user|missing home|not have an? |no mailbox|no account|not ok|not existing|not located|cannot be found|
            not correct|bad|mail unknown|deleted|removed|not there|not match|not handled|no longer|not be
            verified|cannot be verified|
            not deliverable|not appear) ; (no such|unknown|nonexistent|non existent|invalid|non existing|nonexisting|
            inexistent|no valid|not a valid|not a known|undefined|bad|no|unknow|no known|unrecognized|unrecognised|
            incorrect|not valid|not known|not an active|undeliverable|illegal|wrong|unroutable|unrouteable|there is no|
            no local|no active|not found|inexisting) (email |mail |local |destination |to |such |or illegal |
            or invalid |or unknown |or unauthorized |recipient |user |virtual |target |mailbox |of |forward |forwarding
            |rcpt |active |
            by that |envelope |smtp |)(user|recipient|account|mailbox|address|alias|local part|customer|person|
            subscriber|userid|username|addressee|rcpt|users here|login|adress|name|member|receiver|directory|
            mail recipient|id |email|maildrop|mail drop)!( error) ; user unknown ; does not exist ; doesnt exist ; do
            not exist ; did not exist ; not exist ; no (mailbox|
            account|user|one|person|body|such person|such address) (here |)(by|with|at|of|for|available|in|named|found|
            called|on|under) ; (user|recipient|mailbox|address|account)* (not found|unknown|does not exist|
            could not be found|was not found|not exist)( |s) ; nobody (here |)(by|with|at|of|named) ; not (listed|
            found) in (the |)(domino|directory|public|address|ldap|names|our|server|this|recipient|global) ;
            not in (the |)(directory|address book|ldap|recipient|validrcpt) ; validrcptto ;
            badrcptto ; bad rcpt to ; recipients? (is |are |was |)not valid ; (there is|
            there are) no (such |one |user|mailbox|account|recipient) ; not (have|recognize|know|recognise) (a |an |
            this |that |the |any |such |)(user|account|mailbox|recipient|address|email) ; not known (here|at|to|in|by|
            on) ; unknown (here|to_|at_|in_|local|user) ; cannot (find|locate|identify|verify|deliver to this) (the |
            this |a |)(user|recipient|account|mailbox|address) ; (could not|couldnt|unable to|failed to|can not) (find|
            locate|verify|identify|look up|lookup) (the |this |a |your |that |)(user|recipient|account|mailbox|address|
            email) ; (address|recipient|destination address|recipient address|callout|callforward) (verification|verify|
            callout|lookup|check|callback) (failed|error|for|failure|fail) ; (call ?forward|
            callout) verification failed ; address (you sent|entered|typed)* (not|invalid) ; unrouteable address ;
            unroutable address ; bad destination mailbox ; bad (address|email|recipient|mailbox) ; mistyped ;
            check (the |)(recipient|spelling|address|recipients|email) ; undeliverable address ; unverified address ;
            recipient (is |)(invalid|unknown) ; recipient (is |)not !(authori|allow|permit|accept) ; nosuchuser ;
            nosuchmailbox ; no such user ; user (is |)unknown ;
            address (is |)(unknown|invalid|wrong|incorrect) ; not a mailbox ; recipient address is not ; spectator ;
            dead address ; user_unknown ; mailbox_not_found ; recipient_invalid ; invalid_recipient ;
            unknown or invalid ; account that you tried to reach does not ; this is not a valid ; is not (a|an|
            one of) (known|valid|active|our|local|existing) (user|address|recipient|mailbox|email|account|users|
            customer)
            """
        ),
    ]
}
