import SendtopCore

extension AcceptedSend {
    /// The body of the answer to an accepted request, by the page of its style.
    func answer(status: SendStatus) -> JSON {
        let text = JSON.string(PostbackBody.statusText(status, style: style))
        switch style {
        case .legacyV2:
            return ["send_id": .string(dispatchID), "status": text]
        case .v1:
            var metadata = JSONObject()
            metadata["received_at"] = .string(receivedAt.pageText)
            metadata["campaign_api_id"] = .string(campaignAPIID)
            metadata["external_send_id"] = externalSendID.map(JSON.string)
            return ["dispatch_id": .string(dispatchID), "status": text, "metadata": .object(metadata)]
        }
    }
}
