import SendtopCore

/// Tells who may use the endpoint.
enum Authentication {
    /// The key of an `Authorization` header, when the catalogue knows it.
    static func key(of header: String?, in catalogue: Catalogue) -> SandboxConfiguration.Key? {
        guard let header else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return catalogue.key(String(parts[1]))
    }

    /// Checks permission, then address.
    static func check(_ key: SandboxConfiguration.Key, from address: String?) throws(Refusal) {
        guard key.permissions.contains(SandboxConfiguration.Key.sendPermission) else { throw .permission }
        guard !key.ipAllowList.isEmpty else { return }
        let isAllowed = key.ipAllowList.contains { text in
            guard let address = address.flatMap(IPAddress.init), let range = IPRange(text) else { return false }
            return range.contains(address)
        }
        guard isAllowed else { throw .address }
    }
}
