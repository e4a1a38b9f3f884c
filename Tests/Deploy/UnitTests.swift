import Foundation
import Testing

@testable import Daemon

/// The systemd units, judged by systemd itself.
@Suite("The systemd units")
struct UnitTests {
    @Test("draw no remark from systemd-analyze verify")
    func verify() throws {
        let units = try Unit.all()
        #expect(units.contains { $0.name == "throughcared.service" })
        #expect(try SystemdAnalyze.verify(units) == "")
    }

    /// So that an empty answer means that systemd looked.
    @Test(
        "draw a remark where something is wrong in them",
        arguments: [
            ("KillMode=mixed", "KilMode=mixed"),
            ("WatchdogSec=30s", "WatchdogSec=soon"),
            ("Type=notify", "Type=notice"),
            ("RestrictAddressFamilies=AF_UNIX", "RestrictAddressFamilies=AF_UNIQUE"),
        ])
    func remarks(right: String, wrong: String) throws {
        var units = try Unit.all()
        let index = try #require(units.firstIndex { $0.text.contains("\n\(right)") })
        units[index].text = units[index].text.replacing("\n\(right)", with: "\n\(wrong)")
        #expect(try SystemdAnalyze.verify(units) != "")
    }

    @Test("leave the daemon no more than systemd-analyze security calls OK")
    func exposure() throws {
        let unit = try #require(try Unit.all().first { $0.name == "throughcared.service" })
        let report = try SystemdAnalyze.security(unit, threshold: 20)
        #expect(report.status == 0, "\(report.output)")
    }

    @Test(
        "say what the daemon relies on",
        arguments: [
            "Type=notify", "KillMode=mixed", "StateDirectory=throughcare",
            "RuntimeDirectory=throughcare",
            "LoadCredential=master-key:/etc/throughcare/master.key",
            "RestartPreventExitStatus=64 65 77 78", "ExecReload=/bin/kill -HUP $MAINPID",
        ])
    func promise(line: String) throws {
        let unit = try #require(try Unit.all().first { $0.name == "throughcared.service" })
        #expect(unit.text.split(separator: "\n").contains { $0 == line })
    }

    @Test("name their sockets as the daemon asks for them, and one each")
    func socketNames() throws {
        let sockets = try Unit.all().filter { $0.name.hasSuffix(".socket") }
        #expect(!sockets.isEmpty)
        var doors: [DoorSockets.Door] = []
        for socket in sockets {
            let names = socket.values(of: "FileDescriptorName")
            let door = names.first.flatMap(DoorSockets.Door.init(rawValue:))
            doors.append(try #require(door, "\(socket.name): \(names)"))
            #expect(socket.values(of: "ListenStream").count == 1, "\(socket.name)")
        }
        #expect(Set(doors).count == sockets.count)
    }

    /// Of several lines the last counts for what it names.
    @Test("let the daemon give its admin socket to a group")
    func chown() throws {
        let unit = try #require(try Unit.all().first { $0.name == "throughcared.service" })
        let filters = unit.values(of: "SystemCallFilter")
        let denied = try #require(filters.firstIndex(of: "~@privileged"))
        #expect(filters[denied...].contains("@chown"))
    }

    @Test("leave the directory of the admin socket where it is, and whose it is")
    func runtimeDirectory() throws {
        let unit = try #require(try Unit.all().first { $0.name == "throughcared.service" })
        #expect(unit.values(of: "RuntimeDirectoryPreserve") == ["yes"])
        let file = Unit.directory.appending(path: "throughcare.tmpfiles.conf")
        let line = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").last
        let (user, group) = (unit.values(of: "User"), unit.values(of: "Group"))
        let mode = unit.values(of: "RuntimeDirectoryMode")
        #expect(
            line.map(String.init)
                == "d /run/throughcare \(mode[0]) \(user[0]) \(group[0]) -")
    }
}
