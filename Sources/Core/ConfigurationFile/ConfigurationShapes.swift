import MarkedYAML

extension YAMLShape<BrokerConfiguration.Database> {
    /// `embedded`, or libpq's connection string in either of its forms. A password in it is
    /// refused: the file and the environment are read by more than the daemon.
    static var database: YAMLShape {
        YAMLShape<String>.string.map { text, reader in
            if text == "embedded" { return .embedded }
            let isAddress = text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
            guard isAddress || text.contains("=") else {
                reader.report(
                    "is neither embedded nor a connection string",
                    remedy: "expected embedded, or a libpq connection string such as"
                        + " 'host=db1,db2 dbname=throughcare target_session_attrs=read-write'")
                return nil
            }
            guard !holdsPassword(text, isAddress: isAddress) else {
                reader.report(
                    "holds a password",
                    remedy: "put it into a password file that only the daemon can read, and name"
                        + " that with passfile=")
                return nil
            }
            return .server(conninfo: text)
        }
    }

    private static func holdsPassword(_ text: String, isAddress: Bool) -> Bool {
        let folded = text.lowercased().filter { $0 != " " }
        if folded.contains("password=") { return true }
        guard isAddress, let authority = text.split(separator: "/").dropFirst().first,
            let at = authority.firstIndex(of: "@")
        else { return false }
        return authority[..<at].contains(":")
    }
}

extension YAMLShape<BrokerConfiguration.Principal> {
    /// A number, or a name as in /etc/passwd and /etc/group.
    static var principal: YAMLShape {
        .parsed(allowed: "a name such as root, or a number from 0 to 4294967294") { text in
            if let number = UInt32(text) { return number == .max ? nil : .id(number) }
            let isName =
                (1...32).contains(text.utf8.count) && text.first.map { !$0.isNumber } == true
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                        UInt8(ascii: "."):
                        true
                    case UInt8(ascii: "-"): !text.hasPrefix("-")
                    default: false
                    }
                }
            return isName ? .name(text) : nil
        }
    }
}

extension YAMLShape<String> {
    /// An absolute path.
    static var path: YAMLShape {
        .parsed(allowed: "an absolute path") { text in isPath(text, atMost: 4_095) ? text : nil }
    }

    /// An absolute path that fits into a Unix socket's address (`sun_path`).
    static var socketPath: YAMLShape {
        .parsed(allowed: "an absolute path of at most 107 bytes") { text in
            isPath(text, atMost: 107) ? text : nil
        }
    }

    /// A name without a slash.
    static var fileName: YAMLShape {
        .parsed(allowed: "a name without slashes") { text in
            let isName =
                (1...255).contains(text.utf8.count) && text != "." && text != ".."
                && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != 0x7F }
            return isName ? text : nil
        }
    }

    /// An address or a host name; what it stands for shows when the socket is opened.
    static var host: YAMLShape {
        .parsed(allowed: "an address such as 127.0.0.1 or ::, or a host name") { text in
            let isHost =
                (1...253).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                        UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "%"):
                        true
                    default: false
                    }
                }
            return isHost ? text : nil
        }
    }

    private static func isPath(_ text: String, atMost limit: Int) -> Bool {
        text.utf8.first == UInt8(ascii: "/") && text.utf8.count <= limit
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
