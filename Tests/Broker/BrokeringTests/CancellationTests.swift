import Referrals
import Testing

@testable import Brokering

@Suite("Cancelling a referral") struct CancellationTests {
    private let cancel = PreparedSubmission.update(
        of: QualifiedName(agency: "prison", name: "r1"), id: "c1", from: "prison", kind: .cancel,
        reason: .needsMetElsewhere)

    @Test("that waits takes it out of its lane")
    func waiting() throws {
        var shard = try Transcript([])
        try shard.submit(.referral("r1", id: "m1"))
        #expect(try shard.submit(cancel) == ["5 cancelled r1 cancel", "confirm 5"])
        #expect(
            try shard.apply([.sample("clinic-health", "clinic")]) == [
                "6 network-applied", "network 2",
            ])
    }

    @Test("that is queued pulls the entry, and its provider learns nothing")
    func queued() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        #expect(
            try shard.submit(cancel) == [
                "4 withdrawn r1 a1 cancelled entry 3", "5 cancelled r1 cancel", "confirm 5",
            ])
        #expect(try shard.receive(1, from: "clinic") == [])
    }

    @Test("that is queued pulls what was to follow it, too")
    func followedUp() throws {
        var shard = try Transcript()
        let name = QualifiedName(agency: "prison", name: "r1")
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(.update(of: name, id: "u1", from: "prison", kind: .handedOver))
        try shard.submit(cancel)
        #expect(try shard.receive(1, from: "clinic") == ["8 withdrawn r1 a1 entry 5"])
        #expect(shard.machine.inboxes["clinic"]?.depth == 0)
    }

    @Test("because the person wants another provider offers it to the next one")
    func declinedProvider() throws {
        var shard = try Transcript([
            .sample("clinic-health", "clinic", priority: 1), .sample("hospital", "hospital"),
        ])
        let name = QualifiedName(agency: "prison", name: "r1")
        let decline = PreparedSubmission.update(
            of: name, id: "c1", from: "prison", kind: .cancel, reason: .personDeclinedProvider)
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        #expect(
            try shard.submit(decline) == [
                "5 withdrawn r1 a1 cancelled", "6 updated r1 a1 cancelled cancel",
                "7 queued r1 a1 for clinic cancel", "8 assigned r1 a2 requested for hospital",
                "9 noticed r1 a2 for prison rerouted", "confirm 6",
            ])
        #expect(shard.store.referral(named: name)?.state.status == .requested)
    }

    @Test("that is on its way tells its provider, and does not disclose it again")
    func inFlight() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        #expect(
            try shard.submit(cancel) == [
                "5 withdrawn r1 a1 cancelled", "6 cancelled r1 cancel",
                "7 queued r1 a1 for clinic cancel", "confirm 6",
            ])
        #expect(
            try shard.settle(3, by: 1, .released) == [
                "8 returned r1 a1 entry 3 released", "9 withdrawn r1 a1 entry 3",
                "10 handed-over r1 a1 entry 7", "hand over 7 to 1",
            ])
    }

    @Test("that was received tells its provider")
    func received() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        try shard.settle(3, by: 1)
        #expect(
            try shard.submit(cancel) == [
                "6 withdrawn r1 a1 cancelled", "7 cancelled r1 cancel",
                "8 queued r1 a1 for clinic cancel", "confirm 7", "hand over 8 to 1",
            ])
    }

    @Test("for a reason that takes it from its provider is refused where it has none")
    func declinedWithoutProvider() throws {
        var shard = try Transcript([])
        try shard.submit(.referral("r1", id: "m1"))
        #expect(
            try shard.submit(
                .update(
                    of: QualifiedName(agency: "prison", name: "r1"), id: "u1", from: "prison",
                    kind: .cancel, reason: .personDeclinedProvider)) == [
                    "refuse state /statusReason/code"
                ])
    }

    @Test("on which work has begun asks its provider")
    func accepted() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(
            .update(
                of: QualifiedName(agency: "prison", name: "r1"), id: "u1", from: "clinic",
                kind: .decision, status: .accepted, assignment: 1))
        #expect(
            try shard.submit(cancel) == [
                "6 updated r1 a1 cancel", "7 queued r1 a1 for clinic cancel", "confirm 6",
            ])
    }

    @Test("that a provider sends without a status is refused, and ends nothing")
    func withoutStatus() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        let answer = PreparedSubmission.update(
            of: QualifiedName(agency: "prison", name: "r1"), id: "u1", from: "clinic",
            kind: .cancel, assignment: 1)
        #expect(try shard.submit(answer) == ["refuse invalid /status"])
    }

    @Test("whose entry is in quarantine does not count it twice")
    func quarantined() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.receive(1, from: "clinic")
        try shard.settle(3, by: 1, .rejected)
        #expect(
            try shard.submit(cancel).prefix(2) == [
                "7 withdrawn r1 a1 cancelled", "8 cancelled r1 cancel",
            ])
    }

    @Test("that has ended is refused")
    func ended() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(cancel)
        let again = PreparedSubmission.update(
            of: QualifiedName(agency: "prison", name: "r1"), id: "c2", from: "prison",
            kind: .cancel)
        #expect(try shard.submit(again) == ["refuse state /referral"])
    }

    @Test("by replacing it ends the earlier one and admits the new one in one batch")
    func replaced() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        #expect(
            try shard.submit(.referral("r2", id: "m2", replaces: "r1")) == [
                "4 admitted r2", "5 withdrawn r1 a1 cancelled entry 3", "6 cancelled r1 cancel",
                "7 assigned r2 a1 requested for clinic", "confirm 4",
            ])
    }
}
