import OpenSSLCrypto
import Testing

/// Test vectors are written in hexadecimal.
func bytes(_ hex: String) throws -> [UInt8] { try #require(Hex.decode(hex)) }

extension Array<UInt8> {
    var hex: String { Hex.encode(self) }
}
