import SendtopCore

/// 2020-08-31T18:58:00Z, the minute of the service's own examples.
let noon = Timestamp(milliseconds: 1_598_900_280_000)

/// A postback of the v1 page's shape.
func postback(
    _ dispatch: String?,
    _ status: String?,
    _ metadata: [String: String] = [:],
    campaign: String? = "417220e4-5a2a-b634-7f7d-9ec891532368",
    external: String? = nil,
    at: Timestamp = noon
) -> Event {
    var fields = JSONObject()
    fields["campaign_api_id"] = campaign.map(JSON.string)
    fields["external_send_id"] = external.map(JSON.string)
    for (name, value) in metadata.sorted(by: { $0.key < $1.key }) { fields[name] = .string(value) }
    var object = JSONObject()
    object["dispatch_id"] = dispatch.map(JSON.string)
    object["status"] = status.map(JSON.string)
    object["metadata"] = .object(fields)
    return Event(
        at: at,
        kind: .postback,
        dispatchID: dispatch,
        status: status,
        source: "203.0.113.7",
        body: Array(JSON.object(object).text().utf8)
    )
}

/// Something that we did ourselves.
func deed(
    _ kind: Event.Kind,
    request: String,
    dispatch: String? = nil,
    external: String? = nil,
    reason: String? = nil,
    at: Timestamp = noon
) -> Event {
    let record = SendRecord(
        url: "http://127.0.0.1:7364",
        campaignAPIID: "417220e4-5a2a-b634-7f7d-9ec891532368",
        recipient: "user-17",
        externalSendID: external,
        attempt: 1,
        request: .null,
        reason: reason
    )
    return Event(
        at: at,
        kind: kind,
        dispatchID: dispatch,
        requestID: request,
        status: kind.rawValue,
        body: record.bytes
    )
}

/// The moment some seconds after `noon`, as a postback writes it.
func text(_ seconds: Double) -> String {
    noon.adding(milliseconds: Int64(seconds * 1_000)).iso8601
}
