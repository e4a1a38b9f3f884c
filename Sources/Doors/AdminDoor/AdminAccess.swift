package import ConfigurationFile
package import Linux

/// Who may speak on the admin socket: root, the daemon's own user, and whom the configuration
/// names.
package struct AdminAccess: Sendable, Hashable {
    package let users: Set<UInt32>
    package let groups: Set<UInt32>

    package init(users: Set<UInt32>, groups: Set<UInt32>) {
        self.users = users.union([0, Accounts.ownUserID])
        self.groups = groups
    }

    /// Looks names up once.
    ///
    /// - Throws: a name that the machine does not know.
    package init(_ admin: BrokerConfiguration.Admin) throws(PrincipalError) {
        var users: Set<UInt32> = []
        for principal in admin.users {
            users.insert(try Self.id(of: principal, "user", Accounts.userID))
        }
        var groups: Set<UInt32> = []
        for principal in admin.groups {
            groups.insert(try Self.id(of: principal, "group", Accounts.groupID))
        }
        self.init(users: users, groups: groups)
    }

    /// The group that the socket's file is given to: the first that is named; nil for none.
    package static func fileGroup(
        of admin: BrokerConfiguration.Admin
    ) throws(PrincipalError) -> UInt32? {
        guard let first = admin.groups.first else { return nil }
        return try id(of: first, "group", Accounts.groupID)
    }

    /// The mode of the socket's file: for its owner and its group, where these and root are all who
    /// may speak; otherwise for everybody, and who connects is asked of the kernel.
    package var fileMode: UInt32 {
        users.isSubset(of: [0, Accounts.ownUserID]) && groups.count <= 1 ? 0o660 : 0o666
    }

    package func allows(_ peer: PeerCredentials) -> Bool {
        users.contains(peer.uid) || groups.contains(peer.gid)
            || !groups.isDisjoint(with: peer.groups)
    }

    package struct PrincipalError: Error, Sendable, Hashable, CustomStringConvertible {
        package let kind: String
        package let name: String
        /// nil where the machine does not know the name; otherwise why it could not be looked up.
        package var cause: Accounts.Failure?

        package var description: String {
            cause.map { "listen.admin.\(kind)s: \(name) cannot be looked up now: \($0)" }
                ?? "listen.admin.\(kind)s: this machine has no \(kind) \(name)"
        }
    }

    private static func id(
        of principal: BrokerConfiguration.Principal, _ kind: String,
        _ find: (String) throws(Accounts.Failure) -> UInt32?
    ) throws(PrincipalError) -> UInt32 {
        switch principal {
        case .id(let id): return id
        case .name(let name):
            do throws(Accounts.Failure) {
                if let id = try find(name) { return id }
            } catch {
                throw PrincipalError(kind: kind, name: name, cause: error)
            }
            throw PrincipalError(kind: kind, name: name)
        }
    }
}
