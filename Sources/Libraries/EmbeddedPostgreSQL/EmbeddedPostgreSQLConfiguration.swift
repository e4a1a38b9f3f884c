/// Where the embedded PostgreSQL lies, and how large it may be.
package struct EmbeddedPostgreSQLConfiguration: Sendable {
    /// The directory that is the daemon's own: the cluster, its log and its lock are in it. It is
    /// made if it is absent, with mode 0700.
    package var stateDirectory: String
    /// The name of the database, and of the cluster in the list of processes: 1 to 63 of letters,
    /// digits, `_` and `-`, all ASCII.
    package var name: String
    /// Where the socket is; `run` in the state directory if nil.
    package var socketDirectory: String?
    /// Where `postgres` and `initdb` are; looked for in the system if nil.
    package var programDirectory: String?
    /// How many connections the server takes.
    package var maxConnections = 20
    /// The server's page cache, in MiB.
    package var sharedBuffers = 128

    package init(
        stateDirectory: String, name: String, socketDirectory: String? = nil,
        programDirectory: String? = nil
    ) {
        self.stateDirectory = stateDirectory
        self.name = name
        self.socketDirectory = socketDirectory
        self.programDirectory = programDirectory
    }

    /// The longest path of a socket, in bytes (unix(7)).
    static let longestSocketPath = 107
    /// The number in the socket's name; nothing listens on a port.
    static let port = 5432

    var layout: StateLayout {
        StateLayout(
            state: stateDirectory, sockets: socketDirectory ?? stateDirectory + "/run")
    }

    /// - Throws: `.unusablePath` or `.unusableName` for what PostgreSQL or libpq would misread.
    func check() throws(EmbeddedPostgreSQLError) {
        let layout = layout
        for path in [layout.state, layout.sockets] {
            let bad = path.unicodeScalars.first {
                ",'\"\\".unicodeScalars.contains($0) || $0.properties.generalCategory == .control
            }
            if bad != nil {
                throw .unusablePath(
                    path: path, reason: "holds a comma, quote, backslash or control character",
                    remedy: "choose another directory")
            }
            guard path.hasPrefix("/") else {
                throw .unusablePath(
                    path: path, reason: "is not absolute", remedy: "write it from the root")
            }
        }
        let isName = name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "_" || $0 == "-")
        }
        guard isName, 1...63 ~= name.utf8.count else { throw .unusableName(name) }
        let length = layout.socket.utf8.count
        guard length <= Self.longestSocketPath else {
            throw .unusablePath(
                path: layout.socket,
                reason: "is longer than the \(Self.longestSocketPath) bytes of a socket's path",
                remedy: "choose a shorter socket directory, under /run")
        }
    }
}

/// The paths below the state directory.
struct StateLayout: Sendable {
    let state: String
    let sockets: String

    var lock: String { "\(state)/lock" }
    var data: String { "\(state)/postgres" }
    var log: String { "\(state)/postgres.log" }
    var postmasterFile: String { "\(data)/postmaster.pid" }
    /// Present in a cluster that we made, from its first moment under its name.
    var marker: String { Self.marker(in: data) }
    var socket: String { "\(sockets)/.s.PGSQL.\(EmbeddedPostgreSQLConfiguration.port)" }
    var socketLock: String { "\(socket).lock" }
    /// What a cluster is called until it is complete begins so.
    static let draftPrefix = "postgres.new."

    static func marker(in data: String) -> String { "\(data)/embedded.marker" }
}
