extension SandboxConfiguration {
    /// Checks every value.
    ///
    /// - Throws: `SandboxConfigurationError` with every fault, each with its key and value.
    public func check() throws(SandboxConfigurationError) {
        var check = SandboxConfigurationCheck()
        check.keys(keys)
        check.campaigns(campaigns)
        check.users(users)
        check.figures(of: self)
        guard check.faults.isEmpty else { throw SandboxConfigurationError(faults: check.faults) }
    }
}
