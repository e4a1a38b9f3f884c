import Glibc

/// The machine's users and groups (getpwnam_r(3), getgrnam_r(3)). The calls can block on a
/// directory service.
package enum Accounts {
    /// - Returns: nil for a name that the machine does not know.
    package static func userID(named name: String) -> UInt32? {
        withBuffer { buffer, size in
            var entry = passwd()
            var found: UnsafeMutablePointer<passwd>?
            let code = getpwnam_r(name, &entry, buffer, size, &found)
            return (code, found?.pointee.pw_uid)
        }
    }

    /// - Returns: nil for a name that the machine does not know.
    package static func groupID(named name: String) -> UInt32? {
        withBuffer { buffer, size in
            var entry = group()
            var found: UnsafeMutablePointer<group>?
            let code = getgrnam_r(name, &entry, buffer, size, &found)
            return (code, found?.pointee.gr_gid)
        }
    }

    /// The user that this process acts as.
    package static var ownUserID: UInt32 { geteuid() }

    /// A group can have any number of members: the buffer grows while the call says ERANGE.
    private static func withBuffer(
        _ body: (UnsafeMutablePointer<CChar>, Int) -> (code: CInt, id: UInt32?)
    ) -> UInt32? {
        var size = 4_096
        while size <= 1 << 24 {
            let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: size)
            defer { buffer.deallocate() }
            let (code, id) = body(buffer, size)
            if code != ERANGE { return id }
            size *= 4
        }
        return nil
    }
}
