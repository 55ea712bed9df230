extension BounceRules {
    /// What does not fit: into the mailbox, or through the door.
    static let capacity: [BounceRule] = [
        BounceRule(
            "message-quota",
            .rate,
            """
            message rate ; (limit|limits) (for|on) (the number|receiving|sending|how many) ; (sending|sender|outbound|
            daily|hourly|relay|smtp|message|messages|email|your|user sending) (quota|limit|sending quota|
            user sending limit|user sending quota)s? (has been |is |was |)(exceed|reach) ; (daily|hourly) (user |
            message |sending |email |mail |relay |smtp |)(sending |)(quota|limit) ; exceeded (the |its |your |)(daily|
            hourly|max emails|maximum emails|sending|rate) ; exceed(s|ed|) the * (messages|emails|recipients|
            mails) (per|allowed|in)_ ; max defers and failures ; limit (on|of) the number of (allowed outgoing |
            outgoing |)(messages|emails|recipients) ; sending rate ; quota exceeded* sending ; package quota ; queue
            quota ; number of (messages|recipients|
            connections|sessions) (has been |is |was |)(exceed|reach) ;
            exceeded * emails per ; messages per (hour|day|minute|second) ; (emails|mails|recipients) per (hour|day|
            minute|second)
            """
        ),
        BounceRule(
            "mailbox-full",
            .full,
            """
            (mailbox|inbox|mail file|mailfolder|mail folder|maildir|mailfile|account|mail spool|recipient|user|
            mail directory|email box|mail drop|storage|message store|database)s? (for user |for |
            you are trying to reach |you tried to reach |that you tried to reach |quota |storage |size |disk |space |
            )(is |are |was |has been |has |have |seems |appears |currently |)(to be |currently |temporarily |now |
            already |)(full|over |exceed|out of|filled|overflow|exhaust|reached|above|beyond|at its quota|at its limit|
            at quota) ; (over|exceeds?|exceeded|exceeding|exceed|beyond|above|out of|reached) (the |its |their |his |
            your |allowed |a |my |maximum |)(allowed |mailbox |disk |storage |mail |email |user |account |allotted |
            assigned |hard |soft |)(quota|storage|disk space|diskspace|allocat|disk quota|mailbox size|mailbox quota|
            space) ; (quota|storage|disk space|disk quota|mailbox size|mailbox space|disk limit) (limit |usage |
            allocation |violation |)(is |was |has |has been |have been |would be |will be |)(exceed|full|reached|
            overflow|exhaust|over|violat|used up|too) ; quota violation ; quotaexceeded ; (insufficient|not enough|no|
            lack of|out of|low|inadequate|without) (system |disk |storage |mailbox |free |available |more |quota |
            file system |)(storage|space|disk|quota|diskspace|room) ; no space left ; insufficient system resources ;
            does not have (enough|sufficient|any) (space|storage|room|disk|quota|free) ; mailbox* is full ; (full|
            filled) mailbox ; mailbox (full|quota) ; full inbox ; has (too many messages|used all) ;
            too many messages (on the server|in (the |this |his |)mail) ; exceeds? (allowed |the allowed |the |
            )message count ; storage quota ; disk full ; mailbox limit ; (disk|inode|blocks|message) (limit|quota|
            count) (exceed|reach) ; file system (is |)full ; disc quota ; diskspace quota ; over (disk|email|mail|
            mailbox|user|its|the|storage|account) quota ; overquota ; over quota ; space shortage ; receiving limits ;
            limit exceeded* mailbox ; reached disk quota ; (mailbox|disk|storage) space (is |)not enough ; mailbox
            exceed ; cannot accept* full_ ; box is full ;
            user is full
            """
        ),
        BounceRule(
            "message-too-big",
            .tooBig,
            """
            (message|mail|email|msg|data|content|body|attachment|attachments|file|line)s? (file |size |length |
            header size |body |is |was |are |being |you sent is |you sent was |you tried to send is |
            has been rejected because it is |)(is |was |are |)(too|to) (big|large|long) ; (message|mail|email|msg|
            attachment|header|body|content)s? (size |length |total size |header |file |)(is |has |was |)(exceed|larger|
            bigger|greater|over|beyond|above) ; exceed(s|ed|ing|) (the |our |googles |your |its |allowed |a |this |my |
            )(maximum |max |inbound |fixed |administrative |configured |allowed |recipients |permitted |systems |
            )(inbound |allowed |permitted |)(message|mail|email|attachment|file|content|data)s? (size|length|limit|
            file) ; (maximum|max|fixed|allowed|permitted) (allowed |permitted |inbound |)(message|mail|email|attachment|
            file|msg)s? (size|length|limit) ; (message|mail|email|attachment) (size|length) (limit|exceed|violation|
            restriction|is limited|is restricted) ; size (limit|restriction) (exceed|reach|violat|for|is|of) ; (exceed|
            over|violat)*size limit ; exceeds (size|the size|maximum size|max size|the maximum size|allowed size|
            permitted size|fixed size) ; too (big|large) (for|message|mail|email|to ) ; limits? of message size ;
            size exceed ; exceeds policy limit ; mailsize ; too much (mail |)data ; larger than (the |)(current
            |)(system |maximum |limit|allowed|
            permitted|size|max) ; message (was |is |)(rejected |refused |)(because of |due to |by )(its |message |the |
            )size ; exceeds (limit|length|the limit) (set|for|of)_ ; length exceeds ; line limit exceeded ;
            greater than the maximum ; over the maximum size
            """
        ),
        BounceRule(
            "mailbox-full-worldwide",
            .full,
            """
            (postfach|mailbox|briefkasten|posteingang|speicher)* (ist |)(voll|uberfullt|ueberfuellt|uberschritten|
            ueberschritten) ; (quota|speicherplatz|speicherkontingent|speicherlimit)* (uberschritten|ueberschritten|
            erschopft|erschoepft|voll|erreicht|
            nicht ausreichend) ; nicht genugend speicher ; nicht genuegend speicher ;
            boite (aux lettres |de reception |email |mail |du destinataire |)(est |)(pleine|saturee) ; (quota|espace|
            taille)* (depasse|insuffisant|atteint|sature) ; plus despace ; (buzon|casilla|bandeja|cuenta|cuota|espacio|
            almacenamiento)* (llen(o|a)|lleno|llena|excedid|superad|insuficiente|agotad|sobrepas) ; sin espacio ;
            (caixa|
            conta|cota|quota|espaco)* (cheia|lotada|excedid|esgotad|insuficiente|ultrapass) ; caixa postal cheia ;
            (casella|quota|spazio|cassetta)* (piena|superata|superato|esaurit|insufficiente|eccedut) ; (mailbox|postvak|
            brievenbus|postbus)* (is |)(vol |overschreden) ; quotum (is |)overschreden ; skrzynk(a|i)* (pelna|
            przepelniona|zapelniona|przekroczon) ; przekrocz* (limit|pojemnos|quota|przydzial) ; brak miejsca ;
            postlada (ar |)full ; postkasse* full ; schranka* (plna|preplnena) ; plna schranka ; prekrocena kvota ;
            posta kutusu dolu ; kotasi (dolu|asildi) ; ящик*(переполн|полон|заполн) ; превышен*(квот|размер ящик|объ) ;
            недостаточно места ; нет места ; квота*превышен ; メールボックス*(いっぱい|一杯|容量|満杯|フル) ; 容量*(超|
            オーバー|不足|いっぱい) ; 受信箱*いっぱい ; 空き容量 ; 邮箱*(已满|满|空间) ; (空间|容量|配额)*(不足|已满|
            超) ; 郵箱*(已滿|滿) ; 信箱*(已滿|額滿|容量|满) ; 메일함*(가득|초과|용량) ; 용량*초과 ; 할당량*초과
            """
        ),
        BounceRule(
            "message-too-big-worldwide",
            .tooBig,
            """
            (nachricht|mail|email|anhang)* (ist |)zu gros ; (message|taille|piece jointe)* (trop (volumineu|gros|grand|
            long)) ; taille (maximale|limite) ; (mensaje|correo|tamano|adjunto)* (demasiado|excede|supera|
            grande) ; (mensagem|tamanho|anexo)* (muito grande|excede|grande demais) ; (messaggio|dimensione|
            allegato)* (troppo grande|supera|eccede) ; (bericht|bijlage)* (is |)te groot ; (wiadomosc|rozmiar|
            zalacznik)* (za duz|zbyt duz|przekracza) ; (письмо|сообщение|размер)*(слишком больш|превыша) ; サイズ*(超|
            大き|制限) ; (邮件|附件|大小)*(过大|太大|超过|超出|超限) ; 메일 크기
            """
        ),
    ]
}
