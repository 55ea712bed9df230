extension EnhancedCode {
    /// What the code means, as a sentence; with another for a temporary failure.
    ///
    /// In our words, after RFC 3463 and the registry that IANA keeps of later codes; Microsoft's own codes above
    /// 5.7.500 as far as its documentation names them. A code without a sentence of its own gets that of its subject.
    public var meaning: String {
        let what = EnhancedCode.sentences[subject * 1_000 + detail] ?? subjectMeaning
        return statusClass == 4 ? "\(what) Temporary: the sender tries again." : what
    }

    private var subjectMeaning: String {
        switch subject {
        case 1: "Something is wrong with an address."
        case 2: "Something is wrong with the mailbox."
        case 3: "Something is wrong with the receiving mail system."
        case 4: "Something is wrong with the network or the routing."
        case 5: "The two mail systems disagree about the protocol."
        case 6: "Something is wrong with the message's content or format."
        case 7: "A rule about security or policy refused the message."
        default: "Something went wrong that the code does not name."
        }
    }

    /// By subject times a thousand plus detail.
    private static let sentences: [Int: String] = [
        1_001: "The mailbox does not exist.",
        1_002: "The recipient's domain does not exist or takes no mail.",
        1_003: "The recipient's address is not written correctly.",
        1_004: "The address fits more than one mailbox.",
        1_005: "The recipient's address is valid.",
        1_006: "The mailbox has moved and left no new address.",
        1_007: "The sender's address is not written correctly.",
        1_008: "The sender's domain does not exist or cannot take replies.",
        1_009: "The message went to a system that only relays by other means.",
        1_010: "The recipient's domain says that it takes no mail (null MX); at Microsoft: no such recipient.",
        2_000: "Something is wrong with the mailbox.",
        2_001: "The mailbox exists but takes no mail: it is disabled.",
        2_002: "The mailbox is full.",
        2_003: "The message is larger than this mailbox takes.",
        2_004: "The mailing list could not be expanded.",
        2_122: "Microsoft: the recipient got more messages in an hour than allowed.",
        3_001: "The receiving system has no room left.",
        3_002: "The receiving system takes no messages at present.",
        3_003: "The receiving system lacks a feature that the message needs.",
        3_004: "The message is larger than the receiving system takes.",
        3_005: "The receiving system is not configured correctly.",
        3_006: "The message was taken, but its requested priority was changed.",
        4_001: "The receiving host did not answer. Microsoft also refuses unknown recipients with this code.",
        4_002: "The connection broke.",
        4_003: "A directory server, mostly DNS, could not be asked.",
        4_004: "No host could be found to deliver to.",
        4_005: "The receiving system has more mail than it can handle.",
        4_006: "The message goes round in a loop.",
        4_007: "The message was not delivered in the time allowed.",
        5_001: "The command was not known or came out of order.",
        5_002: "The command was not written correctly.",
        5_003: "The message has more recipients than the receiving system takes at once.",
        5_004: "The command's arguments were not valid.",
        5_005: "The two systems use different versions of the protocol.",
        5_006: "The data of the authentication exchange are too long.",
        6_001: "The receiving system does not support the message's kind of content.",
        6_002: "The message would have to be converted, which is not allowed.",
        6_003: "The message would have to be converted, which is not possible.",
        6_004: "The message was converted, and something was lost.",
        6_005: "The message could not be converted.",
        6_006: "The message's content is not available.",
        6_007: "The address holds characters beyond ASCII, which the receiving system does not take.",
        6_008: "The reply would hold characters beyond ASCII, which the client does not take.",
        6_009: "The message's header holds characters beyond ASCII, which cannot be delivered.",
        7_001: "The receiver's policy does not allow the message; the text beside the code says why.",
        7_002: "The sender may not write to this mailing list.",
        7_003: "The message would have to change between security systems, which is not possible.",
        7_004: "A security feature that the message needs is not supported.",
        7_005: "The message could not be decrypted or checked.",
        7_006: "The message's cryptographic method is not supported.",
        7_007: "The message was changed on its way.",
        7_008: "The user name or password is wrong.",
        7_009: "The authentication method is too weak.",
        7_010: "Encryption is needed.",
        7_011: "Encryption is needed for this authentication method.",
        7_012: "The password must be changed first.",
        7_013: "The account is disabled.",
        7_014: "The two systems have no trust relationship.",
        7_015: "The message's priority is too low.",
        7_016: "The message is too big for its priority.",
        7_017: "The mailbox has changed hands since the given date.",
        7_018: "The domain has changed hands since the given date.",
        7_019: "Whether the mailbox has changed hands cannot be found out.",
        7_020: "No DKIM signature passes.",
        7_021: "No acceptable DKIM signature passes.",
        7_022: "No DKIM signature passes that fits the author's domain.",
        7_023: "The sending host is not allowed by the domain's SPF record.",
        7_024: "The domain's SPF record could not be evaluated.",
        7_025: "The sending address has no matching reverse DNS name.",
        7_026: "Several authentication checks failed.",
        7_027: "The sender's domain says that it takes no mail (null MX).",
        7_028: "Too much mail of this kind came in a short time.",
        7_029: "The chain of authentication results (ARC) is broken.",
        7_030: "The message demands TLS all the way, which cannot be kept.",
        7_057: "Microsoft: the client did not log in before sending.",
        7_060: "Microsoft: the client may not send as this sender.",
        7_124: "Microsoft: the sender is not on the group's list of allowed senders.",
        7_133: "Microsoft: only authenticated senders may write to the group.",
        7_134: "Microsoft: only authenticated senders may write to the mailbox.",
        7_501: "Microsoft: the sending account was blocked for spam.",
        7_502: "Microsoft: the sending account is banned.",
        7_503: "Microsoft: the sending account is banned.",
        7_508: "Microsoft: the sending address passed a limit.",
        7_509: "Microsoft: the sending domain fails DMARC, and its policy says to reject.",
        7_511: "Microsoft: the sending address is banned.",
        7_512: "Microsoft: the message's header does not follow RFC 5322.",
        7_513: "Microsoft: the recipient's organisation blocks the sending address.",
        7_515: "Microsoft: the sending domain does not meet the required level of authentication.",
        7_705: "Microsoft: the sending organisation passed a limit.",
        7_708: "Microsoft: mail from this address is not taken.",
        7_750: "Microsoft: the sending domain is not registered.",
    ]
}
