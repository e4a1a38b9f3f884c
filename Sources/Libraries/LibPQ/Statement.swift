/// A statement that the server has parsed under a name, on one connection.
package struct Statement: Sendable, Equatable {
    package let name: String
    /// What the server takes as `$1`, `$2`, …; every execution is checked against it.
    package let parameterTypes: [PostgresType]
    /// The columns that it returns; none for a command.
    package let columns: [ResultColumn]
}
