import Glibc

/// The programs of one PostgreSQL version.
struct Programs: Sendable, Equatable {
    /// The directory that they are in.
    let directory: String
    let major: Int

    /// The oldest version whose features we use.
    static let oldestMajor = 15

    var postgres: String { "\(directory)/postgres" }
    var initdb: String { "\(directory)/initdb" }

    /// Finds the programs for a cluster, or the newest ones for a new cluster.
    ///
    /// - Parameters:
    ///   - configured: the only directory to look at, if not nil.
    ///   - major: the version of the cluster; nil for a new one.
    ///   - cluster: its path, for the error.
    static func find(
        configured: String?, major: Int?, cluster: String, deadline: ContinuousClock.Instant
    ) throws(EmbeddedPostgreSQLError) -> Programs {
        var places = configured.map { [$0] } ?? distributionDirectories()
        var found = try look(at: places, deadline: deadline)
        let isEnough = found.contains { $0.major >= oldestMajor && $0.major == major ?? $0.major }
        if configured == nil, !isEnough {
            let searched = searchPath()
            places += searched
            found += try look(at: searched, deadline: deadline)
        }
        return try choose(from: found, major: major, cluster: cluster, lookedAt: places)
    }

    private static func look(
        at places: [String], deadline: ContinuousClock.Instant
    ) throws(EmbeddedPostgreSQLError) -> [Programs] {
        var found: [Programs] = []
        for place in places where isComplete(place) {
            guard let version = try version(of: place, deadline: deadline) else { continue }
            found.append(Programs(directory: place, major: version))
        }
        return found
    }

    /// Chooses: the cluster's own version, or else the newest.
    static func choose(
        from found: [Programs], major: Int?, cluster: String, lookedAt places: [String]
    ) throws(EmbeddedPostgreSQLError) -> Programs {
        let usable = found.filter { $0.major >= oldestMajor }
        if let major {
            if let same = usable.first(where: { $0.major == major }) { return same }
            let installed = Set(found.map(\.major)).sorted()
            throw .versionNotInstalled(needed: major, installed: installed, cluster: cluster)
        }
        guard let newest = usable.max(by: { $0.major < $1.major }) else {
            throw .programsNotFound(lookedAt: places)
        }
        return newest
    }

    private static func distributionDirectories() -> [String] {
        let debian = FileAccess.names(in: "/usr/lib/postgresql").map {
            "/usr/lib/postgresql/\($0)/bin"
        }
        let redHat = FileAccess.names(in: "/usr").filter { $0.hasPrefix("pgsql-") }.map {
            "/usr/\($0)/bin"
        }
        return debian.sorted() + redHat.sorted()
    }

    private static func searchPath() -> [String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        return path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }

    private static func isComplete(_ directory: String) -> Bool {
        ["postgres", "initdb"].allSatisfy { access("\(directory)/\($0)", X_OK) == 0 }
    }

    private static func version(
        of directory: String, deadline: ContinuousClock.Instant
    ) throws(EmbeddedPostgreSQLError) -> Int? {
        // Debian's directories say it, which saves starting a program.
        if directory.hasPrefix("/usr/lib/postgresql/"),
            let major = Int(directory.split(separator: "/")[3])
        {
            return major
        }
        let output = try Program.run("\(directory)/postgres", ["--version"], deadline: deadline)
        return major(in: output)
    }

    /// Of `postgres (PostgreSQL) 15.8 (Debian 15.8-0+deb12u1)`, 15.
    static func major(in output: String) -> Int? {
        let words = output.split(separator: " ")
        guard words.count > 2 else { return nil }
        return Int(words[2].prefix { $0.isASCII && $0.isNumber })
    }
}
