import NIOSSL

/// A certificate for localhost that signed itself, made for these tests alone.
enum TestCertificate {
    /// What a server needs to show it.
    static func serverContext() throws -> NIOSSLContext {
        let certificate = try NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(keyPEM.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(certificate)],
                privateKey: .privateKey(key)
            )
        )
    }

    static let pem = """
        -----BEGIN CERTIFICATE-----
        MIIBaDCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
        c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
        CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN3lZuuNGaKrNvqk
        L1N49g0+xrsuOFT4VcXi3hHC1CWs1FKs4okqHDCq/aUQwnPWnP1HvnaGtOOVy9ml
        wNv8EdejTjBMMB0GA1UdDgQWBBS2fWoLf/oohhaQFFv/+Ni9R9dppDAPBgNVHRMB
        Af8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAKBggqhkjOPQQD
        AgNJADBGAiEAtA3GWsqUOQEp8Aj+WzPTV7AyNHmmCovXC8kv0kOhDhwCIQDMPSLi
        JYEzLu20S5Dc6MXxB+W0OAkhELzbNdx9I8QLjg==
        -----END CERTIFICATE-----
        """

    private static let keyPEM = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgU1dKHqQoc2vt/j/8
        8n63imglgD06NFBx/MKWnCGAJZGhRANCAATd5WbrjRmiqzb6pC9TePYNPsa7LjhU
        +FXF4t4RwtQlrNRSrOKJKhwwqv2lEMJz1pz9R752hrTjlcvZpcDb/BHX
        -----END PRIVATE KEY-----
        """
}
