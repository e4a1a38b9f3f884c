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
    package init(_ admin: BrokerConfiguration.Admin) throws(UnknownPrincipal) {
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
    ) throws(UnknownPrincipal) -> UInt32? {
        guard let first = admin.groups.first else { return nil }
        return try id(of: first, "group", Accounts.groupID)
    }

    package func allows(_ peer: PeerCredentials) -> Bool {
        users.contains(peer.uid) || groups.contains(peer.gid)
            || !groups.isDisjoint(with: peer.groups)
    }

    package struct UnknownPrincipal: Error, Sendable, Hashable, CustomStringConvertible {
        package let kind: String
        package let name: String

        package var description: String {
            "listen.admin.\(kind)s: this machine has no \(kind) \(name)"
        }
    }

    private static func id(
        of principal: BrokerConfiguration.Principal, _ kind: String, _ find: (String) -> UInt32?
    ) throws(UnknownPrincipal) -> UInt32 {
        switch principal {
        case .id(let id): return id
        case .name(let name):
            guard let id = find(name) else { throw UnknownPrincipal(kind: kind, name: name) }
            return id
        }
    }
}
