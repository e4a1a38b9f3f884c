package import Messages
import OpenSSLCrypto
package import Referrals

/// The stateless part of taking a message over: everything that can be refused without asking
/// what else there is, and the sealing of its content. One for each thread of a door.
package final class Intake {
    private let decoder: SubmissionDecoder
    private let cipher: AES256GCM
    private let lookupDigest: HMACSHA256
    private let digest: SHA256
    private var nonces = RandomPool()
    private var keys = KeyPool()

    init(limits: MessageLimits, lookupKey: SymmetricKey) throws(CryptoError) {
        decoder = SubmissionDecoder(limits: limits)
        cipher = try AES256GCM()
        lookupDigest = try HMACSHA256(key: lookupKey)
        digest = try SHA256()
    }

    /// Decodes, examines against the network in force, and seals. What the network refuses goes on
    /// as such: the shard knows whether it was accepted before, under another network.
    ///
    /// - Throws: every refusal of what is not a message, at least one.
    package func prepare(
        _ raw: [UInt8], from sender: Network.Agency, on network: Network
    ) throws(MessageRefusals) -> PreparedSubmission {
        let submission = try decoder.decode(raw, sender: sender.id)
        let plain = PlainBody(submission, sender: sender.id, message: raw.count)
        do {
            let matter = try examine(submission, from: sender, on: network)
            let nonce = Array(try nonces.take(16))
            return PreparedSubmission(
                sender: sender.id, envelope: submission.envelope, matter: matter, raw: raw,
                nonce: nonce, digest: try digest.hash(nonce, raw),
                content: matter.isRefused
                    ? .none
                    : try SealedContent(sealing: plain.sections, with: cipher, keys: &keys),
                plain: plain)
        } catch {
            throw MessageRefusals(Self.cannotSeal)
        }
    }

    private func examine(
        _ submission: Submission, from sender: Network.Agency, on network: Network
    ) throws(CryptoError) -> PreparedSubmission.Matter {
        switch submission {
        case .referral(_, let request):
            if let refusal = network.authorize(sender: sender, type: .referral) {
                return .refused(refusal)
            }
            let basis: BasisAuthorization
            do throws(Refusal) {
                basis = try network.vet(request, sender: sender)
            } catch {
                return .refused(error)
            }
            let lookup = try lookupDigest.authenticate(
                Array(request.person.system.utf8), [0], Array(request.person.value.utf8))
            return .referral(
                request, personLookup: lookup, BasisFacts(request, proof: basis))
        case .update(_, let update):
            if let refusal = network.authorize(sender: sender, type: .update) {
                return .refused(refusal)
            }
            return .update(update)
        }
    }

    private static let cannotSeal = Refusal(
        .unavailable, field: "", problem: "the broker could not seal the content",
        remedy: "send it again; if it stays so, tell the broker's operator")
}

extension BasisFacts {
    init(_ request: ReferralRequest, proof: BasisAuthorization) {
        self.init(
            basis: request.basis, discloser: proof.discloser, service: request.service,
            sections: proof.sections)
    }
}

extension PlainBody {
    /// - Parameter message: the size of the message as it came, in bytes.
    convenience init(_ submission: Submission, sender: AgencyID, message: Int) {
        switch submission {
        case .referral(let envelope, let request):
            self.init(
                envelope: envelope, sender: sender, record: request.record,
                content: request.content, attachments: request.attachments, message: message)
        case .update(let envelope, let update):
            self.init(
                envelope: envelope, sender: sender, record: update.record,
                content: update.content, attachments: [], message: message)
        }
    }
}
