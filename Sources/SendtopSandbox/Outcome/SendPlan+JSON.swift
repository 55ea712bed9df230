import SendtopCore

extension SendPlan {
    /// The plan as the state keeps it:
    /// `{"times":[…],"events":[["sent",stamp,happens],…],"posts":[[0,due],…],"reason":…}`.
    var json: JSON {
        var object = JSONObject()
        object["times"] = .array([receivedAt, enqueuedAt, executedAt].map(SendPlan.json))
        object["events"] = .array(
            events.map { event in
                [.string(event.status.rawValue), SendPlan.json(event.stamp), SendPlan.json(event.happensAt)]
            }
        )
        object["posts"] = .array(posts.map { [.number(JSONNumber($0.event)), SendPlan.json($0.dueAt)] })
        object["reason"] = reason.map(JSON.string)
        return .object(object)
    }

    /// Reads a plan back, or gives `nil` for anything else.
    init?(json: JSON) {
        guard
            let object = json.object,
            let times = object["times"]?.array?.compactMap(SendPlan.moment), times.count == 3,
            let events = object["events"]?.array, let posts = object["posts"]?.array
        else { return nil }
        self.init(receivedAt: times[0], enqueuedAt: times[1], executedAt: times[2])
        self.events = events.compactMap { event in
            guard
                let parts = event.array, parts.count == 3,
                let status = parts[0].string,
                let stamp = SendPlan.moment(parts[1]), let happensAt = SendPlan.moment(parts[2])
            else { return nil }
            return Event(status: SendStatus(rawValue: status), stamp: stamp, happensAt: happensAt)
        }
        self.posts = posts.compactMap { post in
            guard
                let parts = post.array, parts.count == 2,
                let event = parts[0].number?.int, self.events.indices.contains(Int(event)),
                let dueAt = SendPlan.moment(parts[1])
            else { return nil }
            return Post(event: Int(event), dueAt: dueAt)
        }
        reason = object["reason"]?.string
    }

    private static func json(_ moment: Timestamp) -> JSON {
        .number(JSONNumber(moment.milliseconds))
    }

    private static func moment(_ json: JSON) -> Timestamp? {
        json.number?.int.map(Timestamp.init(milliseconds:))
    }
}
