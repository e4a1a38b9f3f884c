import Glibc

/// The machine's users and groups (getpwnam_r(3), getgrnam_r(3)). The calls can block on a
/// directory service.
package enum Accounts {
    /// The directory of users and groups did not answer; the value is errno.
    package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        package let code: Int32

        package var description: String { String(cString: strerror(code)) }
    }

    /// - Returns: nil for a name that the machine does not know.
    package static func userID(named name: String) throws(Failure) -> UInt32? {
        try withBuffer { buffer, size in
            var entry = passwd()
            var found: UnsafeMutablePointer<passwd>?
            let code = getpwnam_r(name, &entry, buffer, size, &found)
            return (code, found?.pointee.pw_uid)
        }
    }

    /// - Returns: nil for a name that the machine does not know.
    package static func groupID(named name: String) throws(Failure) -> UInt32? {
        try withBuffer { buffer, size in
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
    ) throws(Failure) -> UInt32? {
        var size = 4_096
        while size <= 1 << 24 {
            let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: size)
            defer { buffer.deallocate() }
            let (code, id) = body(buffer, size)
            switch code {
            case ERANGE: size *= 4
            // All of these say that there is no such name (getpwnam_r(3), "errors").
            case 0, ENOENT, ESRCH, EBADF, EPERM: return id
            default: throw Failure(code: code)
            }
        }
        throw Failure(code: ERANGE)
    }
}
