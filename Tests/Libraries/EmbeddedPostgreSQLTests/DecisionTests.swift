import Testing

@testable import EmbeddedPostgreSQL

@Suite("What is done about a postmaster that may be there")
struct PostmasterDecisionTests {
    private static let data = "/var/lib/daemon/postgres"
    private static let ours = ProcessFacts.present(
        isOwn: true, executable: "postgres", workingDirectory: data)

    private static func file(
        _ status: PostmasterFile.Status?, sockets: String? = "/run/daemon"
    ) -> PostmasterFacts.File {
        let lines = ["77", data, "1763888400", "5432", sockets ?? "", "", " 1 2"]
        var text = lines.joined(separator: "\n") + "\n"
        if sockets == nil { text = lines[..<2].joined(separator: "\n") + "\n" }
        if let status { text += "\(status.rawValue)   \n" }
        return PostmasterFile(text).map { .present($0) } ?? .garbled
    }

    private typealias Row = (
        file: PostmasterFacts.File, process: ProcessFacts, servers: [Int32],
        decision: PostmasterDecision
    )

    private static let table: [Row] = [
        // Nothing there, or what is left of a shutdown.
        (.absent, .absent, [], .start),
        (.absent, .absent, [78], .wait(pids: [78])),
        // A file that was not written to its end: by a crash, or by one that writes right now.
        (.garbled, .absent, [], .removeStaleFile(pid: nil, .garbled)),
        (.garbled, .absent, [78], .wait(pids: [78])),
        // A dead one, without and with its backends.
        (file(.ready), .absent, [], .removeStaleFile(pid: 77, .ended)),
        (file(.ready), .absent, [78, 79], .wait(pids: [78, 79])),
        // Ours, in each of its states.
        (file(.ready), ours, [77], .adopt(pid: 77)),
        (file(.starting), ours, [77], .adopt(pid: 77)),
        (file(.standby), ours, [77], .adopt(pid: 77)),
        (file(nil), ours, [77], .adopt(pid: 77)),
        (file(nil, sockets: nil), ours, [77], .adopt(pid: 77)),
        (file(.stopping), ours, [77], .replace(pid: 77)),
        (file(.ready, sockets: "/elsewhere"), ours, [77], .replace(pid: 77)),
        // The number belongs to another program, cluster, user.
        (
            file(.ready),
            .present(isOwn: true, executable: "bash", workingDirectory: data), [],
            .removeStaleFile(pid: 77, .reused)
        ),
        (
            file(.ready),
            .present(isOwn: true, executable: "postgres", workingDirectory: "/other"), [],
            .removeStaleFile(pid: 77, .reused)
        ),
        (
            file(.ready),
            .present(isOwn: true, executable: "postgres", workingDirectory: "/other"), [78],
            .wait(pids: [78])
        ),
        (
            file(.ready), .present(isOwn: false, executable: nil, workingDirectory: nil), [],
            .removeStaleFile(pid: 77, .reused)
        ),
        // It cannot be seen what it is.
        (
            file(.ready), .present(isOwn: true, executable: nil, workingDirectory: nil), [],
            .refuse(pid: 77)
        ),
        (
            file(.ready), .present(isOwn: true, executable: "postgres", workingDirectory: nil), [],
            .refuse(pid: 77)
        ),
    ]

    @Test("follows from the file, the process and the servers", arguments: table.indices)
    func decisions(row: Int) {
        let (file, process, servers, decision) = Self.table[row]
        let facts = PostmasterFacts(
            file: file, process: process, servers: servers, dataDirectory: Self.data,
            socketDirectory: "/run/daemon")
        #expect(PostmasterDecision.decide(facts) == decision)
    }

    @Test(
        "A postmaster.pid without the number of a process is garbled",
        arguments: ["", "\n", "x\n/data\n", "12", "0\n/data\n", "99999999999\n/data\n"])
    func garbled(text: String) {
        #expect(PostmasterFile(text) == nil)
    }

    @Test("A postmaster.pid cut anywhere is garbled or the beginning of the whole one")
    func truncated() throws {
        let text = "77\n/data\n1763888400\n5432\n/run\n\n  1 2\nready   \n"
        let whole = try #require(PostmasterFile(text))
        #expect(whole.status == .ready)
        for length in 0..<text.count {
            guard let part = PostmasterFile(String(text.prefix(length))) else { continue }
            #expect(part.pid == 77)
            #expect([nil, whole.socketDirectory].contains(part.socketDirectory))
            #expect([nil, .ready].contains(part.status))
        }
    }
}

@Suite("What is done about a data directory that may be there")
struct ClusterDecisionTests {
    @Test(
        "follows from the marker and the version",
        arguments: [
            (Cluster.Facts.absent, Cluster.Decision.create),
            (.present(marker: "m", version: "15\n"), .use(major: 15)),
            (.present(marker: "m", version: nil), .refuse(reason: "has no PG_VERSION")),
            (.present(marker: "m", version: "x"), .refuse(reason: "has no PG_VERSION")),
            (
                .present(marker: nil, version: "15\n"),
                .refuse(reason: "is a cluster of PostgreSQL that the daemon did not make")
            ),
            (
                .present(marker: nil, version: nil),
                .refuse(reason: "is not a cluster of PostgreSQL")
            ),
        ])
    func decisions(facts: Cluster.Facts, decision: Cluster.Decision) {
        #expect(Cluster.decide(facts) == decision)
    }

    private static func programs(_ majors: [Int]) -> [Programs] {
        majors.map { Programs(directory: "/pg/\($0)", major: $0) }
    }

    @Test("A new cluster is of the newest version, an old one keeps its own")
    func versions() throws {
        func choose(_ majors: [Int], _ major: Int?) throws(EmbeddedPostgreSQLError) -> Int {
            try Programs.choose(
                from: Self.programs(majors), major: major, cluster: "/c", lookedAt: ["/pg"]
            ).major
        }
        #expect(try choose([15, 17, 16], nil) == 17)
        #expect(try choose([15, 17], 15) == 15)
        #expect(throws: EmbeddedPostgreSQLError.programsNotFound(lookedAt: ["/pg"])) {
            try choose([13, 14], nil)
        }
        #expect(
            throws: EmbeddedPostgreSQLError.versionNotInstalled(
                needed: 15, installed: [16, 17], cluster: "/c")
        ) { try choose([17, 16], 15) }
    }

    @Test(
        "A version is read from what postgres says of itself",
        arguments: [
            ("postgres (PostgreSQL) 15.8 (Debian 15.8-0+deb12u1)\n", 15),
            ("postgres (PostgreSQL) 18beta1\n", 18), ("", nil), ("postgres 15", nil),
        ])
    func reportedVersion(output: String, major: Int?) {
        #expect(Programs.major(in: output) == major)
    }
}
