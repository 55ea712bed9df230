/// Says what a mail system's refusal means.
///
/// Text and codes decide together, since codes alone are right three times in four: first what the text says
/// plainly, then codes with one meaning, then single words, then codes that say little.
public enum BounceClassifier {
    /// What the reason of a bounce means: usually a reply such as `550 5.1.1 user unknown`.
    ///
    /// The service's own reasons for an abort are known, too. Not more than the first 1,024 characters are read.
    public static func verdict(on reply: String) -> BounceVerdict {
        if let verdict = AbortReason(reply)?.verdict { return verdict }
        let text = ReplyText(reply)
        let code = text.enhancedCode?.description ?? text.replyCode.map(String.init)
        if let code = text.enhancedCode, let bounceClass = code.senderClass {
            var verdict = verdict(bounceClass, text, rule: "code-\(code)", code: "\(code)", isHard: false)
            verdict.actor = .senderConfiguration
            return verdict
        }
        if let rule = strong.firstRule(in: text) { return verdict(by: rule, text, code) }
        if let code = text.enhancedCode, let bounceClass = code.definiteClass {
            return verdict(bounceClass, text, rule: "code-\(code)", code: "\(code)", isHard: true)
        }
        if let rule = weak.firstRule(in: text) { return verdict(by: rule, text, code) }
        if let code = text.enhancedCode, let bounceClass = code.likelyClass {
            return verdict(bounceClass, text, rule: "code-\(code)", code: "\(code)", isHard: false)
        }
        if let code = text.replyCode, let bounceClass = ReplyCode(code)?.likelyClass {
            return verdict(bounceClass, text, rule: "reply-\(code)", code: String(code), isHard: false)
        }
        return BounceVerdict(bounceClass: .unknown, isHard: false, code: code, actor: .unknown, rule: "none")
    }

    /// What the reason of an abort means: the service's own words, or a text of the campaign's author.
    public static func verdict(onAbort reason: String) -> BounceVerdict {
        (AbortReason(reason) ?? .author).verdict
    }

    private static let strong = PhraseIndex(BounceRules.strong)
    private static let weak = PhraseIndex(BounceRules.weak)

    private static func verdict(by rule: BounceRule, _ text: ReplyText, _ code: String?) -> BounceVerdict {
        BounceVerdict(
            bounceClass: rule.bounceClass,
            isHard: rule.isHard && !text.isTemporary,
            code: code,
            actor: rule.actor,
            rule: rule.name
        )
    }

    private static func verdict(
        _ bounceClass: BounceClass,
        _ text: ReplyText,
        rule: String,
        code: String,
        isHard: Bool
    ) -> BounceVerdict {
        BounceVerdict(
            bounceClass: bounceClass,
            isHard: isHard && bounceClass.isPermanentForRecipient && !text.isTemporary,
            code: code,
            actor: bounceClass.actor,
            rule: rule
        )
    }
}
