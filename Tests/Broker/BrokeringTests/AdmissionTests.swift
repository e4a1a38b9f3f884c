import Referrals
import Store
import Testing

@testable import Brokering

@Suite("Taking messages over") struct AdmissionTests {
    private let name = QualifiedName(agency: "prison", name: "r1")

    @Test("A referral is admitted, assigned to who serves it, and then confirmed")
    func admits() throws {
        var shard = try Transcript()
        #expect(
            try shard.submit(.referral("r1", id: "m1")) == [
                "2 admitted r1", "3 assigned r1 a1 requested for clinic", "confirm 2",
            ])
    }

    @Test("The same message again gets the first answer, in the same batch, later, after a restart")
    func repeats() throws {
        var shard = try Transcript()
        let message = PreparedSubmission.referral("r1", id: "m1")
        #expect(
            try shard.submit(message, message) == [
                "2 admitted r1", "3 assigned r1 a1 requested for clinic", "confirm 2", "confirm 2",
            ])
        #expect(try shard.submit(message) == ["confirm 2"])
        shard.restart()
        #expect(try shard.submit(message) == ["confirm 2"])
    }

    @Test("Another message under the same id is refused, in the same batch and later")
    func conflicts() throws {
        var shard = try Transcript()
        let first = PreparedSubmission.referral("r1", id: "m1")
        let other = PreparedSubmission.referral("r2", id: "m1", text: "other")
        #expect(try shard.submit(first, other).suffix(2) == ["confirm 2", "refuse conflict /id"])
        shard.restart()
        #expect(try shard.submit(other) == ["refuse conflict /id"])
    }

    @Test("What the network refuses now gets the first answer if it was accepted before")
    func repeatsUnderAnotherNetwork() throws {
        var shard = try Transcript()
        let message = PreparedSubmission.referral("r1", id: "m1")
        #expect(
            try shard.submit(message, message.refused()) == [
                "2 admitted r1", "3 assigned r1 a1 requested for clinic", "confirm 2", "confirm 2",
            ])
        let other = PreparedSubmission.referral("r1", id: "m1", text: "other")
        for _ in 0..<2 {
            #expect(try shard.submit(message.refused()) == ["confirm 2"])
            #expect(try shard.submit(other.refused()) == ["refuse conflict /id"])
            shard.restart()
        }
    }

    @Test("What the network refuses is refused and forgotten if it was never accepted")
    func refusesUnderTheNetwork() throws {
        var shard = try Transcript()
        let message = PreparedSubmission.referral("r1", id: "m1")
        let other = PreparedSubmission.referral("r1", id: "m1", text: "other")
        #expect(
            try shard.submit(message.refused("/service"), other.refused()) == [
                "refuse unknown /service", "refuse unknown /region",
            ])
        #expect(
            try shard.submit(other) == [
                "2 admitted r1", "3 assigned r1 a1 requested for clinic", "confirm 2",
            ])
    }

    @Test("A second referral of the same name is refused")
    func sameName() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        #expect(
            try shard.submit(.referral("r1", id: "m2")) == ["refuse conflict /referral"])
        shard.restart()
        #expect(
            try shard.submit(.referral("r1", id: "m2")) == ["refuse conflict /referral"])
    }

    @Test("What a provider ends without success goes on as its reason says")
    func endsForAReason() throws {
        let cases: [(AssignmentStatus, ReasonCode?, ReferralStatus, HoldCause?)] = [
            (.failed, .needsHigherCare, .onHold, .provider),
            (.cancelled, .noCapacity, .onHold, .provider),
            (.cancelled, .incompleteInformation, .onHold, .referrer),
            (.failed, .tooEarly, .onHold, .referrer), (.failed, .personDeclined, .failed, nil),
            (.cancelled, nil, .cancelled, nil), (.failed, nil, .failed, nil),
        ]
        for (status, reason, then, hold) in cases {
            var shard = try Transcript()
            try shard.submit(.referral("r1", id: "m1"))
            let before: [(MessageID, AssignmentStatus)] = [("u1", .accepted), ("u2", .inProgress)]
            for (id, next) in before {
                try shard.submit(
                    .update(
                        of: name, id: id, from: "clinic", kind: .progress, status: next,
                        assignment: 1))
            }
            try shard.submit(
                .update(
                    of: name, id: "u3", from: "clinic", kind: .progress, status: status,
                    assignment: 1, reason: reason))
            // Nobody else serves it: what is rerouted waits for a provider.
            let state = try #require(shard.store.referral(named: name)?.state)
            #expect(state.status == then && state.hold == hold, "\(status) \(reason as Any)")
        }
    }

    @Test("A referral's history has a bound, up to which all is taken, and beyond it how it ended")
    func historyIsBounded() throws {
        var shard = try Transcript(history: 6)
        try shard.submit(.referral("r1", id: "m1"))
        func report(_ id: MessageID, _ status: AssignmentStatus) -> PreparedSubmission {
            .update(
                of: name, id: id, from: "clinic", kind: .progress, status: status, assignment: 1)
        }
        try shard.submit(report("u1", .accepted))
        #expect(try shard.submit(report("u2", .inProgress)).last == "confirm 6")
        #expect(try shard.submit(report("u3", .inProgress)) == ["refuse limit /referral"])
        #expect(
            try shard.submit(.update(of: name, id: "u4", from: "prison", kind: .agree))
                == ["refuse limit /referral"])
        #expect(try shard.submit(report("u5", .completed)).last == "confirm 8")
    }

    @Test("Room that came free goes to who waits for it, and no newcomer overtakes them")
    func doesNotOvertake() throws {
        var shard = try Transcript([.sample("clinic-health", "clinic", capacity: 1)])
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(.referral("r2", id: "m2"))
        let lines = try shard.submit(
            .update(
                of: name, id: "u1", from: "clinic", kind: .decision, status: .rejected,
                assignment: 1, reason: .notEligible), .referral("r3", id: "m3"))
        #expect(lines.filter { $0.contains("assigned") }.map { $0.contains("r2") } == [true])
        #expect(
            shard.store.referral(named: QualifiedName(agency: "prison", name: "r3"))?.isWaiting
                == true)
    }

    @Test(
        "Newcomers who let others go first are offered in their turn, and not told that they wait")
    func yieldsWithoutWaiting() throws {
        var shard = try Transcript([.sample("clinic-health", "clinic", capacity: 1)])
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(.referral("r2", id: "m2"))
        let lines = try shard.submit(
            .referral("r3", id: "m3"), .referral("r4", id: "m4"), .referral("r5", id: "m5"),
            rightAfter: [.sample("clinic-health", "clinic", capacity: 10)])
        let offered = lines.filter { $0.contains(" assigned ") }
        #expect(zip(offered, ["r2", "r3", "r4", "r5"]).allSatisfy { $0.contains($1) }, "\(lines)")
        #expect(offered.count == 4)
        #expect(lines.allSatisfy { !$0.contains("unserved") && !$0.contains("nobody-serves") })
    }

    @Test("A network that was planned against a former one is refused")
    func overtakenNetwork() throws {
        var shard = try Transcript()
        let ticket = Ticket(outlet: OutletID(0), number: 9)
        #expect(
            try shard.run(
                .applyNetwork(
                    .sample([]), base: 0, document: "", author: .operator(uid: 0), ticket))
                == ["refuse conflict "])
        #expect(shard.machine.applied.version == 1)
    }

    @Test("A rejected referral goes to the next provider, to none twice, and then it waits")
    func reroutes() throws {
        var shard = try Transcript([
            .sample("clinic-health", "clinic", priority: 1), .sample("hospital", "hospital"),
        ])
        try shard.submit(.referral("r1", id: "m1"))
        func reject(_ number: Int16, by agency: AgencyID, id: MessageID) -> PreparedSubmission {
            .update(
                of: name, id: id, from: agency, kind: .decision, status: .rejected,
                assignment: number, reason: .noCapacity)
        }
        #expect(
            try shard.submit(reject(1, by: "clinic", id: "u1")) == [
                "4 updated r1 a1 rejected decision", "5 queued r1 a1 for prison decision",
                "6 assigned r1 a2 requested for hospital", "7 noticed r1 a2 for prison rerouted",
                "confirm 4",
            ])
        #expect(
            try shard.submit(reject(2, by: "hospital", id: "u2")) == [
                "8 updated r1 a2 rejected decision", "9 queued r1 a2 for prison decision",
                "10 unserved r1", "11 noticed r1 for prison nobody-serves", "confirm 8",
            ])
    }

    @Test("A referral that nobody serves waits, until a network is applied in which somebody does")
    func waits() throws {
        var shard = try Transcript([])
        #expect(
            try shard.submit(.referral("r1", id: "m1")) == [
                "2 admitted r1", "3 unserved r1", "4 noticed r1 for prison nobody-serves",
                "confirm 2",
            ])
        #expect(
            try shard.apply([.sample("clinic-health", "clinic")]) == [
                "5 network-applied", "network 2", "6 assigned r1 a1 requested for clinic",
                "7 noticed r1 a1 for prison resumed",
            ])
    }

    @Test("Who waits for capacity gets it when a referral ends")
    func capacity() throws {
        var shard = try Transcript([.sample("clinic-health", "clinic", capacity: 1)])
        try shard.submit(.referral("r1", id: "m1"), .referral("r2", id: "m2"))
        let lines = try shard.submit(
            .update(
                of: name, id: "u1", from: "clinic", kind: .decision, status: .rejected,
                assignment: 1, reason: .personDeclined))
        #expect(lines.contains { $0.hasSuffix("assigned r2 a1 requested for clinic") })
    }

    @Test("Who waits is looked at for room that came free until it is taken, and not beyond")
    func looksForRoom() throws {
        var shard = try Transcript(
            [
                .sample("clinic-health", "clinic", capacity: 1),
                .sample("hospital-health", "hospital", priority: 1, capacity: 1),
            ], page: 1)
        try shard.submit(.referral("r0", id: "m0"))
        for number in 1...6 {
            let isPicky = number == 2
            try shard.submit(
                .referral(
                    LocalName(rawValue: "r\(number)"), id: MessageID(rawValue: "m\(number)"),
                    to: isPicky ? "hospital" : nil))
        }
        let before = shard.rounds
        let lines = try shard.submit(
            .update(
                of: QualifiedName(agency: "prison", name: "r1"), id: "u1", from: "clinic",
                kind: .decision, status: .rejected, assignment: 1, reason: .personDeclined))
        #expect(lines.filter { $0.contains(" assigned ") }.map { $0.contains("r3") } == [true])
        // The update, the page of the one who waits for the hospital, and that of the next.
        #expect(shard.rounds == before + 3)
    }

    @Test("Where there was room all along nobody is looked at, and no newcomer waits")
    func spareRoom() throws {
        var shard = try Transcript([.sample("clinic-health", "clinic", capacity: 50)])
        func reject(
            _ name: LocalName, _ id: MessageID, _ reason: ReasonCode
        ) -> PreparedSubmission {
            .update(
                of: QualifiedName(agency: "prison", name: name), id: id, from: "clinic",
                kind: .decision, status: .rejected, assignment: 1, reason: reason)
        }
        try shard.submit(.referral("r1", id: "m1"), .referral("r2", id: "m2"))
        try shard.submit(reject("r1", "u1", .notEligible))
        let before = shard.rounds
        let lines = try shard.submit(
            reject("r2", "u2", .personDeclined), .referral("r3", id: "m3"))
        #expect(lines.contains { $0.contains("assigned r3 a1") })
        #expect(!lines.contains { $0.contains("unserved") }, "\(lines)")
        #expect(shard.rounds == before + 1)
    }

    @Test("What the requester says to a provider that holds a referral leaves it as it is")
    func requesterSpeaksToHolder() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(
            .update(
                of: name, id: "u1", from: "clinic", kind: .decision, status: .onHold,
                assignment: 1, reason: .incompleteInformation))
        let held = shard.store.referral(named: name)?.state
        #expect(held?.hold == .referrer)
        try shard.submit(.update(of: name, id: "u2", from: "prison", kind: .handedOver))
        #expect(shard.store.referral(named: name)?.state == held)
    }

    @Test("A provider that gives work back for want of capacity has it offered to another")
    func givesBack() throws {
        var shard = try Transcript([
            .sample("clinic-health", "clinic", priority: 1), .sample("hospital", "hospital"),
        ])
        try shard.submit(.referral("r1", id: "m1"))
        try shard.submit(
            .update(
                of: name, id: "u1", from: "clinic", kind: .decision, status: .accepted,
                assignment: 1))
        let lines = try shard.submit(
            .update(
                of: name, id: "u2", from: "clinic", kind: .cancel, status: .cancelled,
                assignment: 1, reason: .noCapacity))
        #expect(lines.contains { $0.hasSuffix("assigned r1 a2 requested for hospital") })
    }

    @Test(
        "A rejection that is no reason to look further looks no further",
        arguments: [
            (ReasonCode.incompleteInformation, ReferralStatus.onHold),
            (.personDeclined, .rejected),
        ])
    func holds(reason: ReasonCode, status: ReferralStatus) throws {
        var shard = try Transcript([
            .sample("clinic-health", "clinic", priority: 1), .sample("hospital", "hospital"),
        ])
        try shard.submit(.referral("r1", id: "m1"))
        #expect(
            try shard.submit(
                .update(
                    of: name, id: "u1", from: "clinic", kind: .decision, status: .rejected,
                    assignment: 1, reason: reason)) == [
                    "4 updated r1 a1 rejected decision", "5 queued r1 a1 for prison decision",
                ] + (status == .onHold ? ["6 noticed r1 a1 for prison held"] : [])
                + ["confirm 4"])
        #expect(shard.store.referral(named: name)?.state.status == status)
    }

    @Test("A provider puts a referral on hold and goes on with it")
    func onHold() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        let steps: [(AssignmentStatus, ReferralStatus)] = [
            (.onHold, .onHold), (.accepted, .accepted), (.inProgress, .inProgress),
            (.completed, .completed),
        ]
        for (number, (reported, status)) in steps.enumerated() {
            try shard.submit(
                .update(
                    of: name, id: MessageID(rawValue: "u\(number)"), from: "clinic",
                    kind: .progress, status: reported, assignment: 1))
            #expect(shard.store.referral(named: name)?.state.status == status)
        }
        #expect(
            try shard.submit(
                .update(
                    of: name, id: "u9", from: "clinic", kind: .progress, status: .inProgress,
                    assignment: 1)) == ["refuse state /assignment"])
    }

    @Test("Who is no party to a referral learns nothing of it")
    func strangers() throws {
        var shard = try Transcript()
        try shard.submit(.referral("r1", id: "m1"))
        let absent = QualifiedName(agency: "prison", name: "r2")
        #expect(
            try shard.submit(
                .update(of: name, id: "u1", from: "ngo", kind: .progress, status: .accepted),
                .update(of: absent, id: "u2", from: "ngo", kind: .progress, status: .accepted))
                == ["refuse unknown /referral", "refuse unknown /referral"])
    }
}
