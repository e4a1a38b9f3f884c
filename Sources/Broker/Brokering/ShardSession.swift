import LibPQ
import OpenSSLCrypto
import Referrals
import Store

/// One claim of the shard, from a connection to its loss: the store, the keys, and what was
/// recovered.
struct ShardSession {
    let store: ShardStore
    let vault: ContentVault
    let lookupKey: SymmetricKey
    let epoch: Int64
    let recovered: RecoveredShard
    let network: AppliedNetwork
    let room: DeliveryRoom

    /// Connects, sees to the schema, claims the shard, and reads where it stands.
    ///
    /// - Parameter isFirst: whether this process takes the shard over; later it can only renew its
    ///   own claim.
    init(_ settings: ShardSettings, broker: TimeOrderedID, isFirst: Bool) throws {
        store = try ShardStore(settings.conninfo, settings: settings.store)
        try store.prepareSchema(migrates: settings.migrates)
        vault = try ContentVault(
            master: settings.masterKey, capacity: settings.machine.referrals)
        // Before the claim: a broker with the wrong key ends nobody's session.
        lookupKey = try Self.lookupKey(in: store, master: settings.masterKey)
        let now = settings.now()
        if isFirst {
            epoch = try store.claim(broker: broker, now: now)
        } else {
            guard let renewed = try store.renew(broker: broker, now: now) else {
                throw ShardError.shardLost
            }
            epoch = renewed
        }
        recovered = try store.recover()
        if let record = recovered.network {
            network = AppliedNetwork(
                network: try settings.decodeNetwork(record.document), version: record.version)
        } else {
            network = .none
        }
        room = DeliveryRoom(store: store, vault: vault, cacheBytes: settings.bodyCache)
    }

    /// The key under which persons are found again: made once, wrapped by the master key, and so
    /// the proof that the master key is the right one.
    private static func lookupKey(
        in store: ShardStore, master: MasterKey
    ) throws -> SymmetricKey {
        let name = "person-lookup"
        let cipher = try AES256GCM()
        if try store.secret(named: name) == nil {
            let fresh = try SymmetricKey.random()
            try store.keepSecret(
                named: name,
                wrapped: try cipher.wrap(
                    fresh, under: master.key, authenticating: Array(name.utf8)),
                generation: master.generation)
        }
        guard let wrapped = try store.secret(named: name) else { throw KeyError.wrongMasterKey }
        do {
            return try cipher.unwrap(
                wrapped, under: master.key, authenticating: Array(name.utf8))
        } catch {
            throw KeyError.wrongMasterKey
        }
    }
}

extension AppliedNetwork {
    /// Before the first network is applied: nobody is on it.
    package static let none = AppliedNetwork(
        network: Network(
            id: NetworkID(rawValue: "none"), name: "no network applied", isDemo: false,
            regions: [], services: [], agencies: [], agreements: [],
            policy: Network.Policy(senders: [:], laws: [], maxDeliveries: 5)),
        version: 0)
}
