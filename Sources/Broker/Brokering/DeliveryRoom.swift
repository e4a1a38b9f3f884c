import LibPQ
import OpenSSLCrypto
import Referrals
import Store

/// Where the bodies of deliveries come from once their hand-over is committed: from memory, or from
/// the store.
///
/// A class, because its cache is large: as a value in the session it was copied with each batch,
/// for the session is in use while its room changes.
final class DeliveryRoom {
    private let store: ShardStore
    private let vault: ContentVault
    private var bodies: BodyCache

    init(store: ShardStore, vault: ContentVault, cacheBytes: Int) {
        self.store = store
        self.vault = vault
        bodies = BodyCache(bytes: cacheBytes)
    }

    /// Keeps the bodies of a batch that was just decided, for deliveries of this batch or the next.
    func keep(_ decided: [ShardDecision.Body]) {
        for body in decided { bodies.insert(body.plain, at: body.position) }
    }

    /// The bodies of these hand-overs, from memory or from the store. A body that is not there is
    /// missing: its keys were destroyed, or a section of it does not open.
    func bodies(
        of handOvers: [ShardDecision.HandOver]
    ) throws(DatabaseError) -> [Position: PlainBody] {
        var found: [Position: PlainBody] = [:]
        var missing: Set<Position> = []
        for position in handOvers.compactMap(\.entry.body) where found[position] == nil {
            if let body = bodies.take(at: position) {
                found[position] = body
            } else {
                missing.insert(position)
            }
        }
        guard !missing.isEmpty else { return found }
        found.merge(try read(missing)) { kept, _ in kept }
        return found
    }

    private func read(_ missing: Set<Position>) throws(DatabaseError) -> [Position: PlainBody] {
        let contents = try store.contents(of: missing.sorted())
        let strangers = Set(contents.map(\.person)).filter { !vault.knows($0) }
        if !strangers.isEmpty {
            for key in try store.personKeys(of: strangers) {
                // A key that does not open leaves its contents closed, which is found below.
                try? vault.learn(key.alias, wrappedKey: key.wrappedKey, generation: key.generation)
            }
        }
        var bodies: [Position: PlainBody] = [:]
        for content in contents {
            bodies[content.body] = (try? vault.open(content)).flatMap(PlainBody.init(sections:))
        }
        return bodies
    }
}
