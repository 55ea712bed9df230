import Foundation
import NIOCertificateReloading
import NIOSSL
import Synchronization

/// Reads the certificate and its key from where they are now; other files may be named while the listener runs.
final class CertificatePlace: Sendable {
    private let named: Mutex<ServerCertificate.Files>

    /// Bytes that a file may have; a chain with its key has some thousands.
    private static let limit = 1 << 20

    init(_ files: ServerCertificate.Files) {
        named = Mutex(files)
    }

    var files: ServerCertificate.Files {
        get { named.withLock { $0 } }
        set { named.withLock { $0 = newValue } }
    }

    /// The certificates alone, whatever else is in their file.
    func certificates() throws(CertificateError) -> [UInt8] {
        let file = files.certificate
        let blocks = try CertificatePlace.blocks(of: file).filter { $0.label == "CERTIFICATE" }
        guard !blocks.isEmpty else { throw CertificateError(file: file, .noCertificate) }
        let texts = blocks.compactMap(\.text)
        guard texts.count == blocks.count else { throw CertificateError(file: file, .badCertificate) }
        return Array(texts.joined().utf8)
    }

    /// The first private key alone, whatever else is in its file.
    func key() throws(CertificateError) -> [UInt8] {
        let file = files.key
        guard let block = try CertificatePlace.blocks(of: file).first(where: { $0.label.hasSuffix("PRIVATE KEY") })
        else { throw CertificateError(file: file, .noKey) }
        guard !block.isEncrypted else { throw CertificateError(file: file, .encrypted) }
        guard let text = block.text else { throw CertificateError(file: file, .badKey) }
        return Array(text.utf8)
    }

    /// What is wrong, in words of our own: those of the libraries quote what they could not read, the key as well.
    func error(for error: any Error) -> CertificateError {
        if let error = error as? CertificateError { return error }
        let files = files
        if let error = error as? TimedCertificateReloader.Error, error == .publicKeyMismatch {
            return CertificateError(file: files.certificate, .mismatch)
        }
        guard (try? NIOSSLPrivateKey(bytes: key(), format: .pem)) != nil else {
            return CertificateError(file: files.key, .badKey)
        }
        guard (try? NIOSSLCertificate.fromPEMBytes(certificates())) != nil else {
            return CertificateError(file: files.certificate, .badCertificate)
        }
        return CertificateError(file: files.certificate, .unsupported)
    }

    private static func blocks(of file: String) throws(CertificateError) -> [PEMBlock] {
        PEMBlock.all(in: try bytes(of: file))
    }

    private static func bytes(of file: String) throws(CertificateError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CertificateError(file: file, .unreadable(errno)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.count <= limit {
            let count = read(descriptor, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw CertificateError(file: file, .unreadable(errno)) }
            guard count > 0 else { return bytes }
            bytes += part[..<count]
        }
        throw CertificateError(file: file, .tooLarge)
    }
}
