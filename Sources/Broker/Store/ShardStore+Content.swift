package import LibPQ
package import Referrals

extension ShardStore {
    /// A person's key, wrapped by the master key of `generation`.
    package struct StoredPersonKey: Sendable {
        package let alias: PersonAlias
        package let generation: Int32
        package let wrappedKey: [UInt8]
    }

    /// Reads the contents of bodies; one whose keys were destroyed is not there.
    package func contents(of bodies: [Position]) throws(DatabaseError) -> [ContentRecord] {
        var parameters = Parameters(settings.shard)
        parameters.append(array: bodies.map(\.rawValue))
        let result = try connection.execute(statement(.selectContents), parameters, by: deadline)
        var contents: [ContentRecord] = []
        for row in 0..<result.rowCount {
            contents.append(
                ContentRecord(
                    body: Position(try result.value(row, 0)),
                    person: PersonAlias(
                        TimeOrderedID(try result.value(row, 1, as: UUIDBytes.self))),
                    labels: try result.value(row, 2), wrappedKeys: try result.value(row, 3),
                    sealed: try result.value(row, 4)))
        }
        return contents
    }

    package func personKeys(
        of aliases: Set<PersonAlias>
    ) throws(DatabaseError) -> [StoredPersonKey] {
        var parameters = Parameters(settings.shard)
        parameters.append(array: aliases.map { UUIDBytes($0.rawValue) })
        let result = try connection.execute(
            statement(.selectPersonKeys), parameters, by: deadline)
        var keys: [StoredPersonKey] = []
        for row in 0..<result.rowCount {
            keys.append(
                StoredPersonKey(
                    alias: PersonAlias(
                        TimeOrderedID(try result.value(row, 0, as: UUIDBytes.self))),
                    generation: try result.value(row, 1), wrappedKey: try result.value(row, 2)))
        }
        return keys
    }

    /// A secret of the store's own, wrapped by the master key.
    package func secret(named name: String) throws(DatabaseError) -> [UInt8]? {
        let result = try connection.query(
            "SELECT wrapped FROM secret WHERE shard = $1 AND name = $2",
            Parameters(settings.shard, name), by: deadline)
        return result.rowCount > 0 ? try result.value(0, 0) : nil
    }

    /// Keeps a new secret; one that is there already stays.
    package func keepSecret(
        named name: String, wrapped: [UInt8], generation: Int32
    ) throws(DatabaseError) {
        _ = try connection.query(
            """
            INSERT INTO secret (shard, name, generation, wrapped) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """, Parameters(settings.shard, name, generation, wrapped), by: deadline)
    }
}
