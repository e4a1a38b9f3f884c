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

    /// What was read of the bodies that a batch hands over. A body that is neither here nor unread
    /// is missing: its keys were destroyed, or a section of it does not open.
    struct Bodies {
        var found: [Position: PlainBody] = [:]
        /// What the database would not give for now.
        var unread: Set<Position> = []
        var refusals: [DatabaseError] = []

        func isUnread(_ entry: InboxEntry) -> Bool { entry.body.map(unread.contains) ?? false }
    }

    /// The bodies of these hand-overs, from memory or from the store.
    func bodies(of handOvers: [ShardDecision.HandOver]) -> Bodies {
        var bodies = Bodies()
        var missing: Set<Position> = []
        for position in handOvers.compactMap(\.entry.body) where bodies.found[position] == nil {
            if let body = self.bodies.take(at: position) {
                bodies.found[position] = body
            } else {
                missing.insert(position)
            }
        }
        if !missing.isEmpty { read(missing.sorted()[...], into: &bodies) }
        return bodies
    }

    /// A batch has at most 256 hand-overs: in so many tries a few bad rows are told from the rest.
    private static let mostRefusals = 32

    /// Reads bodies in one statement; where a row can have spoilt it, each half by itself, so that
    /// one damaged body does not keep back those that are read beside it.
    private func read(_ missing: ArraySlice<Position>, into bodies: inout Bodies) {
        do throws(DatabaseError) {
            bodies.found.merge(try stored(missing)) { kept, _ in kept }
        } catch {
            bodies.refusals.append(error)
            guard error.canBeOneRow, missing.count > 1,
                bodies.refusals.count < Self.mostRefusals
            else { return bodies.unread.formUnion(missing) }
            let middle = missing.startIndex + missing.count / 2
            read(missing[..<middle], into: &bodies)
            read(missing[middle...], into: &bodies)
        }
    }

    private func stored(
        _ missing: ArraySlice<Position>
    ) throws(DatabaseError) -> [Position: PlainBody] {
        let contents = try store.contents(of: Array(missing))
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
