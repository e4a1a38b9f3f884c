import Glibc

/// The data directory: whether it is ours, how it is made, how it is configured.
struct Cluster: Sendable {
    typealias Failure = EmbeddedPostgreSQLError

    let configuration: EmbeddedPostgreSQLConfiguration
    let layout: StateLayout

    init(_ configuration: EmbeddedPostgreSQLConfiguration) {
        self.configuration = configuration
        layout = configuration.layout
    }

    /// What stands where the cluster belongs.
    enum Facts: Sendable, Equatable {
        case absent
        /// The text of the marker and of `PG_VERSION`, if there.
        case present(marker: String?, version: String?)
    }

    enum Decision: Sendable, Equatable {
        case create
        case use(major: Int)
        case refuse(reason: String)
    }

    /// Nothing is touched that we did not make.
    static func decide(_ facts: Facts) -> Decision {
        switch facts {
        case .absent:
            return .create
        case .present(marker: nil, version: nil):
            return .refuse(reason: "is not a cluster of PostgreSQL")
        case .present(marker: nil, version: _?):
            return .refuse(reason: "is a cluster of PostgreSQL that the daemon did not make")
        case .present(marker: _?, let version):
            let major = version.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
            return major.map { .use(major: $0) } ?? .refuse(reason: "has no PG_VERSION")
        }
    }

    func facts() -> Facts {
        var status = stat()
        guard lstat(layout.data, &status) == 0 else { return .absent }
        return .present(
            marker: FileAccess.text(of: layout.marker),
            version: FileAccess.text(of: "\(layout.data)/PG_VERSION"))
    }

    /// Makes the cluster and its database under another name, and gives it its own when it is
    /// complete and on disk: a start that is interrupted leaves nothing that looks like a cluster.
    func create(_ programs: Programs, deadline: ContinuousClock.Instant) throws(Failure) {
        try removeDrafts()
        // A name that an initdb which survived its daemon cannot have.
        let unique = String(UInt64.random(in: .min ... .max), radix: 36)
        let draft = "\(layout.state)/\(StateLayout.draftPrefix)\(unique)"
        _ = try Program.run(
            programs.initdb,
            [
                "--pgdata=\(draft)", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
                "--auth=peer", "--no-instructions",
            ], deadline: deadline)
        let output = try Program.run(
            programs.postgres, ["--single", "-D", draft, "template1"],
            input: "CREATE DATABASE \"\(configuration.name)\"\n", deadline: deadline)
        // In single-user mode a statement that fails does not end the program.
        guard !output.contains("ERROR:") else {
            throw .programFailed(program: programs.postgres, status: "single", output: output)
        }
        try FileAccess.write(
            "A cluster of the embedded PostgreSQL, database \(configuration.name).\n",
            to: StateLayout.marker(in: draft))
        try FileAccess.sync(directory: draft)
        guard rename(draft, layout.data) == 0 else {
            throw .system(operation: "rename to", path: layout.data, errno: errno)
        }
        try FileAccess.sync(directory: layout.state)
    }

    private func removeDrafts() throws(Failure) {
        for name in FileAccess.names(in: layout.state)
        where name.hasPrefix(StateLayout.draftPrefix) {
            try FileAccess.removeTree("\(layout.state)/\(name)")
        }
    }

    /// Writes our settings, and makes `postgresql.conf` include them last.
    func configure(_ programs: Programs, deadline: ContinuousClock.Instant) throws(Failure) {
        let settings = ClusterSettings(
            configuration: configuration, hasLZ4: try hasLZ4(programs, deadline: deadline))
        try FileAccess.write(settings.text, to: "\(layout.data)/\(ClusterSettings.fileName)")
        try FileAccess.write(ClusterSettings.authentication, to: "\(layout.data)/pg_hba.conf")
        let main = "\(layout.data)/postgresql.conf"
        let text = FileAccess.text(of: main) ?? ""
        guard text.split(separator: "\n").last != ClusterSettings.include[...] else { return }
        try FileAccess.write("\(text)\n\(ClusterSettings.include)\n", to: main)
    }

    /// Asks the server whether it takes the setting.
    private func hasLZ4(
        _ programs: Programs, deadline: ContinuousClock.Instant
    ) throws(Failure) -> Bool {
        do throws(Failure) {
            let arguments = [
                "-D", layout.data, "-c", "wal_compression=lz4", "-C", "wal_compression",
            ]
            _ = try Program.run(programs.postgres, arguments, deadline: deadline)
            return true
        } catch {
            if case .programFailed = error { return false }
            throw error
        }
    }
}
