import SendtopCore

extension DueSend {
    /// The values that the message's templates may name.
    func scope(campaign: SandboxConfiguration.Campaign, now: Timestamp) -> LiquidScope {
        let attributes = profile?.attributes ?? JSONObject()
        let profileValues: [LiquidProfileField: JSON?] = [
            .firstName: profile?.firstName.map(JSON.string),
            .lastName: profile?.lastName.map(JSON.string),
            .emailAddress: profile?.email.map(JSON.string),
            .userID: profile?.externalID.map(JSON.string),
            .city: attributes["home_city"],
            .country: attributes["country"],
            .gender: attributes["gender"],
            .language: attributes["language"],
            .dateOfBirth: attributes["dob"],
            .phoneNumber: attributes["phone"],
            .timeZone: attributes["time_zone"],
        ]
        return LiquidScope(
            profile: profileValues.compactMapValues { $0 },
            customAttributes: attributes,
            triggerProperties: triggerProperties,
            campaign: [
                .apiID: .string(accepted.campaignAPIID),
                .dispatchID: .string(accepted.dispatchID),
                .name: .string(campaign.name),
            ],
            now: now
        )
    }
}
