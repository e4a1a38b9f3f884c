package import OpenSSLCrypto

/// The key that wraps all others; it never lies in the database.
package struct MasterKey: Sendable {
    package let key: SymmetricKey
    /// Counted from 1; a later generation rewraps what survives.
    package let generation: Int32

    package init(key: SymmetricKey, generation: Int32) {
        self.key = key
        self.generation = generation
    }
}

/// The master key does not open this database.
package enum KeyError: Error, Sendable, CustomStringConvertible {
    case wrongMasterKey
    case crypto(CryptoError)

    package var description: String {
        switch self {
        case .wrongMasterKey:
            "the master key is not the one that this database was made with: without that one, "
                + "its content cannot be read; restore it from where it is kept"
        case .crypto(let error): "\(error)"
        }
    }
}
