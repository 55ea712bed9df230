import SendtopCore
import Testing

@Suite("Replies in other languages than English")
struct BounceWorldwideTests {
    @Test(
        "are of the class no-user",
        arguments: [
            "550 Empfänger unbekannt",
            "550 5.1.1 Benutzer existiert nicht",
            "550 Utilisateur inconnu !",
            "550 5.1.1 Adresse d'au moins un destinataire invalide. OFR_416 [416]",
            "550 5.1.1 El usuario no existe",
            "550 5.1.1 <neko@mail.example>: Usuário não encontrado",
            "550 Indirizzo inesistente",
            "550 5.1.1 Gebruiker onbekend",
            "550 5.1.1 Nie ma takiego użytkownika",
            "550 Пользователь не найден",
            "550 宛先のメールアドレスが見つかりません",
            "550 5.1.1 该用户不存在",
            "550 존재하지 않는 사용자입니다",
            "550 المستخدم غير موجود",
            "550 משתמש לא קיים",
            "550 Người dùng không tồn tại",
            "550 Tundmatu kasutaja",
        ]
    )
    func noUser(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .noUser, "by \(verdict.rule)")
        #expect(verdict.isHard)
    }

    @Test(
        "are of the class full",
        arguments: [
            "552 Das Postfach des Empfängers ist voll",
            "552 Dépassement : la boîte aux lettres est pleine",
            "552 5.2.2 Buzón lleno",
            "452 4.2.2 Caixa postal cheia",
            "554 La casella del destinatario è piena",
            "452 4.2.2 Skrzynka odbiorcy jest przepełniona",
            "552 Почтовый ящик переполнен",
            "552 メールボックスの容量が一杯です",
            "552 邮箱空间已满",
        ]
    )
    func full(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .full, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class spam-content",
        arguments: [
            "550 Письмо отклонено как спам",
            "550 该邮件被识别为垃圾邮件",
            "550 迷惑メールと判定されました",
        ]
    )
    func spamContent(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .spamContent, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class policy",
        arguments: [
            "554 Ihre Nachricht wurde abgelehnt",
            "554 5.7.1 Votre message a été rejeté",
            "550 El correo fue rechazado",
            "554 受信を拒否しました",
        ]
    )
    func policy(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .policy, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class system",
        arguments: [
            "421 Bitte versuchen Sie es später erneut",
            "450 Veuillez réessayer plus tard",
            "450 一時的に利用できません",
        ]
    )
    func system(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .system, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }
}
