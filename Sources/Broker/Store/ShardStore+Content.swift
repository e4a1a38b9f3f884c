package import LibPQ
package import Referrals

extension ShardStore {
    /// A sealed section as it was stored, with the alias of the person whose key opens it.
    package struct StoredSection: Sendable {
        package let body: Position
        package let label: String
        package let person: PersonAlias
        package let wrappedKey: [UInt8]
        package let sealed: [UInt8]
    }

    /// A person's key, wrapped by the master key of `generation`.
    package struct StoredPersonKey: Sendable {
        package let alias: PersonAlias
        package let generation: Int32
        package let wrappedKey: [UInt8]
    }

    /// Reads the sections of bodies, in order; those whose keys were destroyed are not there.
    package func sections(of bodies: [Position]) throws(DatabaseError) -> [StoredSection] {
        var parameters = Parameters(settings.shard)
        parameters.append(array: bodies.map(\.rawValue))
        let result = try connection.execute(statement(.selectSections), parameters, by: deadline)
        var sections: [StoredSection] = []
        for row in 0..<result.rowCount {
            sections.append(
                StoredSection(
                    body: Position(try result.value(row, 0)), label: try result.value(row, 1),
                    person: PersonAlias(
                        TimeOrderedID(try result.value(row, 2, as: UUIDBytes.self))),
                    wrappedKey: try result.value(row, 3), sealed: try result.value(row, 4)))
        }
        return sections
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
