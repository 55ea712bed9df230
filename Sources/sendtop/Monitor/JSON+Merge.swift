import SendtopCore

extension JSON {
    /// This value with what another one changed since both were the same. Members of objects are merged one by one,
    /// and elements of lists are put together; what both changed is as here.
    func merged(with other: JSON, since base: JSON) -> JSON {
        if self == base { return other }
        if other == base || self == other { return self }
        if let mine = object, let theirs = other.object {
            let before = base.object ?? JSONObject()
            var merged = JSONObject()
            for key in Set((mine.members + theirs.members).map(\.key)).sorted() {
                merged[key] = JSON.merged(mine[key], with: theirs[key], since: before[key])
            }
            return .object(merged)
        }
        if let mine = array, let theirs = other.array {
            let before = base.array ?? []
            let added = mine.filter { !before.contains($0) }
            let addedThere = theirs.filter { !before.contains($0) && !mine.contains($0) }
            return .array(added + addedThere + mine.filter { before.contains($0) })
        }
        return self
    }

    /// The same of a member that may be there or not.
    private static func merged(_ mine: JSON?, with theirs: JSON?, since base: JSON?) -> JSON? {
        if let mine, let theirs { return mine.merged(with: theirs, since: base ?? .null) }
        return mine == base ? theirs : mine
    }
}
