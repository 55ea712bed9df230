extension BounceRules {
    /// Unknown users in other languages than English, without accents.
    static let worldwideRecipient: [BounceRule] = [
        BounceRule(
            "no-such-user-german",
            .noUser,
            """
            (empfanger|empfaenger|benutzer|nutzer|user|teilnehmer|adresse|postfach|mailbox|email adresse|konto|anwender|
            account|emailadresse|mailadresse|kunde)s? (adresse |)(ist |wurde |ist uns |)(unbekannt|existiert nicht|
            nicht gefunden|nicht bekannt|nicht vorhanden|ungultig|ungueltig|unzulassig|nicht vergeben|nicht existent|
            hier nicht) ; (unbekannt|ungultig|ungueltig|unzustellbar|nicht existierend)e?r? (empfanger|empfaenger|
            benutzer|nutzer|adresse|user|email|mailbox|teilnehmer) ; kein (solcher |)(benutzer|empfanger|empfaenger|
            nutzer|postfach|konto|account) ; keine (solche |)(mailbox|adresse|person) ; existiert (hier |)nicht ;
            (adresse|empfanger|empfaenger|postfach)* (nicht gefunden|existiert|unbekannt|nicht bekannt) ;
            adresse nicht gefunden
            """
        ),
        BounceRule(
            "no-such-user-french",
            .noUser,
            """
            (utilisateur|destinataire|adresse|compte|boite|abonne|bal|usager)s? (email |mail |aux lettres |
            de messagerie |du destinataire |electronique |)(est |)(inconnu|inexistant|nexiste|introuvable|invalide|
            incorrect|erron|non valide|non trouve|non reconnu|absent) ; destinataire invalide ; (aucun|pas de|
            pas d) (utilisateur|destinataire|compte|abonne|boite|tel utilisateur) ; (utilisateur|destinataire|adresse|
            compte|boite)* (inconnu|inexistant|nexiste pas|invalide|introuvable) ; nexiste (pas|plus) ; n existe (pas|
            plus)
            """
        ),
        BounceRule(
            "no-such-user-spanish",
            .noUser,
            """
            (usuario|destinatario|cuenta|buzon|direccion|casilla|email|correo|cliente)s? (de correo |destino |
            electronic(o|a) |)(es |esta |)(desconocid|no existe|inexistente|no encontrad|invalid|no valid|no es valid|
            incorrect|no registrad|no fue encontrad|no se encuentra|no se encontro) ; no existe (el |la |este |ese |
            esta |esa |dicha |dicho |tal |un |)(usuario|cuenta|buzon|persona|destinatario|direccion|casilla|email|
            correo) ; no se (encuentra|encontro|pudo encontrar) (el |la |)(usuario|cuenta|buzon|destinatario|
            direccion) ; no such usuario ; usuario desconocido ; (usuario|destinatario|cuenta|direccion)* no existe ;
            no existe aqui
            """
        ),
        BounceRule(
            "no-such-user-portuguese",
            .noUser,
            """
            (usuario|destinatario|conta|caixa|caixa postal|endereco|email|utilizador|cliente)s? (de email |de correio |
            do destinatario |postal |eletronico |)(e |esta |foi |)(desconhecid|inexistente|nao existe|nao encontrad|
            invalid|nao foi encontrad|nao localizad|nao cadastrad|incorret|inexist|nao e valid) ; nao existe (o |a |
            este |esse |esta |essa |tal |)(usuario|conta|caixa|destinatario|endereco) ; (usuario|destinatario|conta|
            caixa|endereco)* (nao existe|inexistente|desconhecid|nao encontrad)
            """
        ),
        BounceRule(
            "no-such-user-italian",
            .noUser,
            """
            (utente|destinatario|casella|indirizzo|account|mailbox|utenza)s? (di posta |email |elettronic(o|a) |
            specificato |)(e |)(sconosciut|inesistente|non esiste|non trovat|non valid|errat|non esistente|invalid|
            non e valid|non e stat) ; nessun utente ; (utente|destinatario|casella|indirizzo)* (sconosciut|inesistente|
            non esiste|non trovat) ; non esiste (l|il|la|questo|nessun|alcun)
            """
        ),
        BounceRule(
            "no-such-user-dutch",
            .noUser,
            """
            (gebruiker|ontvanger|geadresseerde|adres|emailadres|mailbox|postvak|account)s? (is |)(onbekend|bestaat niet|
            niet gevonden|ongeldig|niet bekend|niet bestaand) ; (onbekend|ongeldig)e? (gebruiker|ontvanger|adres|
            emailadres|geadresseerde|mailbox) ; bestaat niet
            """
        ),
        BounceRule(
            "no-such-user-nordic",
            .noUser,
            """
            (anvandare|mottagare|mottagaren|adressen|bruger|modtager|bruker|mottaker|modtageren|brukeren)* (finns inte|
            okand|ukendt|findes ikke|eksisterer ikke|finnes ikke|ukjent) ; (okand|ukendt|ukjent) (anvandare|mottagare|
            bruger|modtager|bruker|mottaker) ; (kayttaja|vastaanottaja|osoite)* (tuntematon|ei ole|ei loydy) ;
            tuntematon (kayttaja|vastaanottaja)
            """
        ),
        BounceRule(
            "no-such-user-slavic",
            .noUser,
            """
            (uzytkownik|odbiorca|adresat|konto|skrzynka|adres|adres odbiorcy|taki uzytkownik)* (nie istnieje|nieznan|
            nie znaleziono|nie zostal|niepoprawn|nieprawidlow|nie ma) ; (nieznany|nieistniejacy|bledny|
            nieprawidlowy) (uzytkownik|odbiorca|adresat|adres|konto) ; nie ma (takiego |tu |takiej |)(uzytkownik|kont|
            adres|skrzynk|odbiorc) ; (uzivatel|prijemce|adresat|schranka|adresa|pouzivatel)* (neexistuje|neznam|
            nenalezen|neni) ; (neznamy|neexistujici) (uzivatel|prijemce|adresat|pouzivatel) ; (korisnik|primatelj|
            naslov)* (ne postoji|nepoznat) ; (пользовател|получател|адресат|адрес|ящик|абонент|учетная запись|
            почтовый ящик)*(не найден|не существ|неизвест|не зарегистр|отсутству|недейств|неверн|не обнаруж) ;
            (неизвестный|несуществующий|неверный|недействительный) (пользовател|получател|адрес) ; нет так(ого|
            ой) (пользовател|ящик|адрес|получател|учетн) ; не существует ; (користувач|одержувач|адрес)*(не існує|
            не знайден|невідом)
            """
        ),
        BounceRule(
            "no-such-user-other",
            .noUser,
            """
            (kullanici|alici|adres|hesap)* (bulunamadi|yok|gecersiz|mevcut degil|bilinmeyen) ; (felhasznalo|cimzett|
            postafiok)* (nem letezik|ismeretlen|nem talalhato) ; ismeretlen (felhasznalo|cimzett) ; (utilizator|
            destinatar|adresa)* (inexistent|necunoscut|nu exista) ; (χρήστης|παραλήπτης)*(άγνωστος|δεν υπάρχει) ;
            (pengguna|penerima|alamat)* tidak (ditemukan|ada|dikenal) ; (tundmatu|pole) kasutaja ; korisnik ne postoji ;
            khong tồn tại ; غير موجود ; לא קיים ; לא נמצא
            """
        ),
        BounceRule(
            "no-such-user-east-asian",
            .noUser,
            """
            (宛先|ユーザ|アドレス|受信者|メールボックス|アカウント|利用者|送信先)*(存在しま|存在しない|見つかりま|
            見つからな|不明|無効|ありません|該当|未登録|いません) ; 存在しない(宛先|ユーザ|アドレス|メール) ; 宛先不明 ;
            あて先*(不明|存在|見つか) ; (用户|收件人|邮箱|邮件地址|账号|帐号|账户|帐户|地址|收信人|收件地址|用戶|使用者|
            帳號|信箱|收件者|郵件地址)*(不存在|未找到|找不到|无效|错误|不正确|有误|没有找到|未知|查無|無此|不存|無效|
            没注册|未注册) ; (无此|没有此|没有这个|不存在的|未知|無此|查無|查无|無效的|无效的)(用户|收件人|邮箱|账号|
            帐号|地址|使用者|帳號|信箱|用戶) ; (사용자|수신자|계정|주소|메일주소|받는 사람|메일 계정)*(존재하지|
            없습니다|없는|찾을 수|알 수 없) ; (존재하지 않는|없는) (사용자|수신자|계정|주소|메일) ; 수신인 불명
            """
        ),
    ]
}
