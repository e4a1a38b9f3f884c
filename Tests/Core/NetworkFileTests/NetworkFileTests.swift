import Foundation
import MarkedYAML
import NetworkFile
import Referrals
import Testing

/// The lines of a small network file that is right, by the top-level key that each stands under.
private let small = """
    network: {id: small, name: Small}
    regions:
      - code: RO
        name: România
        children:
          - {code: RO-GR, name: Giurgiu}
          - {code: RO-IS, name: Iași}
    groups:
      both: [RO-GR, RO-IS]
    services:
      - {code: health, name: Health}
      - {code: health.hiv, name: HIV, confidential: true}
    agencies:
      - {id: prison, name: Prison, kind: prison, certificates: [{uri: "urn:x:prison"}, {dns: p.example}]}
      - {id: clinic, name: Clinic, kind: health, certificates: [{dns: clinic.example}]}
    agreements:
      - {id: a1, provider: clinic, services: [health], regions: [RO-GR]}
    policy:
      laws:
        - {regime: led, kinds: [prison], sections: [identity]}

    """

private func faults(_ text: String, limits: NetworkFileLimits = NetworkFileLimits()) -> [String] {
    do throws(YAMLError) {
        _ = try Network(yaml: text, file: "n.yaml", limits: limits)
        return []
    } catch {
        return error.faults.map(\.description)
    }
}

@Suite("A network file")
struct NetworkFileTests {
    @Test("gives the network that it describes")
    func network() throws {
        let text = """
            network: {id: full, name: Full, demo: true}
            regions: [{code: RO, name: România, children: [{code: RO-GR, name: Giurgiu}]}]
            groups: {all: [RO, RO-GR]}
            services: [{code: health, name: Health}, {code: health.hiv, name: HIV, confidential: true}]
            agencies:
              - id: prison
                name: Prison
                kind: prison
                certificates:
                  - uri: urn:x:prison
                  - fingerprint: \
            AB:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:FF
                supervisor: clinic
                contacts: [{name: Desk, email: desk@prison.example, phone: "+40 246"}]
              - {id: clinic, name: Clinic, kind: health, certificates: [{dns: Clinic.EXAMPLE}]}
            agreements:
              - id: a1
                provider: clinic
                services: [health]
                regions: [RO-GR]
                groups: [all]
                from: {agencies: [prison], kinds: [probation]}
                priority: -3
                capacity: 0
                start: 2026-01-01
                end: 2026-01-01
            policy:
              senders: {referral: [prison], update: []}
              laws:
                - {regime: led, references: [L1], kinds: [prison], services: [health], sections: [risk]}
              maxDeliveries: 7
            """
        let network = try Network(yaml: text, file: "n.yaml")
        #expect(network.id.rawValue == "full")
        #expect(network.isDemo)
        #expect(network.regions[Region(rawValue: "RO-GR")]?.name == "Giurgiu")
        #expect(network.services[ServiceType(rawValue: "health.hiv")]?.isConfidential == true)
        let prison = try #require(network.agencies[AgencyID(rawValue: "prison")])
        let digest = "ab" + String(repeating: "0", count: 60) + "ff"
        #expect(prison.certificates == [.uri("urn:x:prison"), .fingerprint(digest)])
        #expect(prison.supervisor?.rawValue == "clinic")
        #expect(prison.contacts.map(\.description) == ["Desk desk@prison.example +40 246"])
        #expect(network.agencyByCertificate[.dns("clinic.example")]?.rawValue == "clinic")
        let agreement = try #require(network.agreements.first)
        #expect(agreement.regions.map(\.rawValue) == ["RO-GR", "RO"])
        #expect(agreement.fromAgencies.map(\.rawValue) == ["prison"])
        #expect(agreement.fromKinds == [.probation])
        #expect(agreement.priority == -3)
        #expect(agreement.capacity == 0)
        #expect(agreement.start == CalendarDate(year: 2026, month: 1, day: 1))
        #expect(agreement.end == agreement.start)
        #expect(network.policy.senders[.referral] == [.prison])
        #expect(network.policy.senders[.update] == [])
        #expect(network.policy.senders[.plan] == [.prison, .probation])
        #expect(network.policy.laws.map(\.description) == ["led (L1) by prison for health: risk"])
        #expect(network.policy.maxDeliveries == 7)
    }

    @Test("without policy, groups and agreements has the standard policy and serves nobody")
    func minimal() throws {
        let network = try Network(
            yaml: """
                network: {id: small, name: Small}
                regions: [{code: RO, name: România}]
                services: [{code: health, name: Health}]
                agencies: [{id: prison, name: P, kind: prison, certificates: [{dns: p.example}]}]
                """, file: "n.yaml")
        #expect(!network.isDemo)
        #expect(network.policy == .standard)
        #expect(network.agreements.isEmpty)
        #expect(network.policy.laws.isEmpty)
    }

    /// One slip in the small file: what is replaced, by what, and the one fault that it gives.
    struct Slip: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let fault: String

        init(_ old: String, _ new: String, _ fault: String) {
            self.old = old
            self.new = new
            self.fault = fault
        }

        var testDescription: String { fault }
    }

    static let slips: [Slip] = [
        Slip(
            "id: small,", "id: Small,",
            "n.yaml:1:15: network.id: is 'Small'; "
                + "expected 2 to 64 of a-z, 0-9 and inner hyphens"),
        Slip(
            "{code: RO-GR,", "{code: ro-gr,",
            "n.yaml:6:16: regions[0].children[0].code: is 'ro-gr'; "
                + "expected a region such as RO, RO-GR or RO-GR/bolintin-vale"),
        Slip(
            "name: Iași}", "name: Iași}\n  - {code: UA-30, name: Kyiv}",
            "n.yaml:8:12: regions[1].code: is UA-30 without its parent UA; "
                + "add UA and put this among its children"),
        Slip(
            "children:", "children:\n      - {code: UA-30, name: Kyiv}",
            "n.yaml:6:16: regions[0].children[0].code: is UA-30 under RO; "
                + "a child of RO is written RO-XX (ISO 3166-2)"),
        Slip(
            "children:", "children:\n      - {code: RO-GR, name: Giurgiu}",
            "n.yaml:7:16: regions[0].children[1].code: is the region RO-GR a second time; "
                + "keep one; the first is in line 6"),
        Slip(
            "both: [RO-GR,", "both: [RO-GX,",
            "n.yaml:9:10: groups.both[0]: names the region RO-GX, which this file does not have; "
                + "did you mean RO-GR?"),
        Slip(
            "{code: health, name: Health}", "{code: health, name: Health, confidential: true}",
            "n.yaml:11:48: services[0].confidential: makes health confidential, which has no "
                + "parent; a confidential service type shows as its parent: "
                + "make it a child of another"),
        Slip(
            "code: health.hiv", "code: housing.emergency",
            "n.yaml:12:12: services[1].code: is housing.emergency without its parent housing; "
                + "add housing to services"),
        Slip(
            "kind: health", "kind: heath",
            "n.yaml:15:38: agencies[1].kind: is 'heath'; did you mean health? expected one of "
                + AgencyKind.allCases.map(\.rawValue).joined(separator: ", ")),
        Slip(
            "{id: clinic, name: Clinic,",
            "{id: clinic, name: C, kind: health, certificates: [{dns: c.example}]}\n"
                + "  - {id: clinic, name: Clinic,",
            "n.yaml:16:10: agencies[2].id: is the agency clinic a second time; "
                + "keep one; the first is in line 15"),
        Slip(
            "{dns: clinic.example}", "{uri: \"urn:x:prison\"}",
            "n.yaml:15:61: agencies[1].certificates[0]: is a certificate that prison has "
                + "already; a certificate stands for one agency, and is named once"),
        Slip(
            "{dns: clinic.example}", "{dns: clinic.example, uri: \"urn:x\"}",
            "n.yaml:15:61: agencies[1].certificates[0]: gives 2 of uri, dns and fingerprint; "
                + "give exactly one; another certificate is another entry of the list"),
        Slip(
            "{dns: clinic.example}", "{dns: \"*.example\"}",
            "n.yaml:15:67: agencies[1].certificates[0].dns: is the text '*.example'; "
                + "expected a host name such as throughcare.clinic.example, without wildcards"),
        Slip(
            "{dns: clinic.example}", "{fingerprint: ab12}",
            "n.yaml:15:75: agencies[1].certificates[0].fingerprint: is 'ab12'; expected the "
                + "certificate's SHA-256: 64 hexadecimal digits, with or without colons"),
        Slip(
            "[{dns: clinic.example}]", "[]",
            "n.yaml:15:60: agencies[1].certificates: is a list of 0; expected 1 to 4"),
        Slip(
            "kind: health,", "kind: health, supervisor: clinic,",
            "n.yaml:15:58: agencies[1].supervisor: makes a cycle of supervisors: "
                + "clinic → clinic; an escalation must end: "
                + "leave out the supervisor of the highest"),
        Slip(
            "kind: health,", "kind: health, supervisor: prizon,",
            "n.yaml:15:58: agencies[1].supervisor: names the agency prizon, which this file does "
                + "not have; did you mean prison?"),
        Slip(
            "provider: clinic", "provider: somebody",
            "n.yaml:17:24: agreements[0].provider: names the agency somebody, which this file "
                + "does not have; add it, or correct the name"),
        Slip(
            "services: [health]", "services: [heath]",
            "n.yaml:17:43: agreements[0].services[0]: names the service type heath, which this "
                + "file does not have; did you mean health?"),
        Slip(
            "regions: [RO-GR]", "groups: [bth]",
            "n.yaml:17:61: agreements[0].groups[0]: names the group bth, which this file does "
                + "not have; did you mean both?"),
        Slip(
            ", regions: [RO-GR]", "",
            "n.yaml:17:5: agreements[0]: names neither regions nor groups; give at least one"),
        Slip(
            "regions: [RO-GR]", "regions: [RO-GR], from: {agencies: [ngo]}",
            "n.yaml:17:88: agreements[0].from.agencies[0]: names the agency ngo, which this file "
                + "does not have; add it, or correct the name"),
        Slip(
            "regions: [RO-GR]", "regions: [RO-GR], start: 2026-02-01, end: 2026-01-31",
            "n.yaml:17:94: agreements[0].end: is before the start, 2026-02-01; "
                + "give a later day, or none"),
        Slip(
            "regions: [RO-GR]", "regions: [RO-GR], start: 2026-02-30",
            "n.yaml:17:77: agreements[0].start: is '2026-02-30'; expected a day as in 2026-12-24"),
        Slip(
            "regions: [RO-GR]", "regions: [RO-GR], prioroty: 3",
            "n.yaml:17:70: agreements[0].prioroty: is not a key here; did you mean priority? "
                + "known here: capacity, end, from, groups, id, priority, provider, regions, "
                + "services, start"),
        Slip(
            "sections: [identity]", "sections: [identity], services: [housing]",
            "n.yaml:20:71: policy.laws[0].services[0]: names the service type housing, which "
                + "this file does not have; add it, or correct the name"),
        Slip(
            "  laws:", "  senders: {referal: [prison]}\n  laws:",
            "n.yaml:19:13: policy.senders.referal: is not a key here; did you mean referral? "
                + "known here: "
                + MessageType.allCases.map(\.rawValue).sorted().joined(separator: ", ")),
    ]

    @Test("with a slip is refused where it is, with what would be right", arguments: slips)
    func slip(_ slip: Slip) {
        #expect(faults(small).isEmpty)
        #expect(small.contains(slip.old))
        let start = small.range(of: slip.old)
        let text = start.map { small.replacingCharacters(in: $0, with: slip.new) } ?? ""
        #expect(faults(text) == [slip.fault])
    }

    @Test("with many slips is refused with all of them, in the order of its lines")
    func everything() {
        let text = small.replacing("kind: prison,", with: "kind: prisn,")
            .replacing("regions: [RO-GR]", with: "regions: [RO-XX]")
            .replacing("health.hiv", with: "Health.hiv")
            .replacing("name: Small", with: "title: Small")
        let lines = faults(text).map { $0.split(separator: ":").dropFirst().first.map(String.init) }
        #expect(lines == ["1", "1", "12", "14", "17"])
    }

    @Test("with supervisors in a ring names the ring once")
    func ring() {
        let text = small.replacing("kind: prison,", with: "kind: prison, supervisor: clinic,")
            .replacing("kind: health,", with: "kind: health, supervisor: prison,")
        #expect(faults(text).count == 1)
        #expect(faults(text).first?.contains("clinic → prison → clinic") == true)
    }

    @Test("is bounded in each of its parts, and accepted at each bound")
    func limits() {
        let parts: [(WritableKeyPath<NetworkFileLimits, Int>, Int)] = [
            (\.regions, 3), (\.groups, 1), (\.services, 2), (\.agencies, 2), (\.agreements, 1),
            (\.laws, 1), (\.certificates, 2), (\.lanes, 1), (\.bytes, small.utf8.count),
        ]
        for (part, count) in parts {
            var limits = NetworkFileLimits()
            limits[keyPath: part] = count
            #expect(faults(small, limits: limits).isEmpty)
            limits[keyPath: part] = count - 1
            #expect(!faults(small, limits: limits).isEmpty)
        }
    }

    @Test("cut after any byte is read or refused")
    func truncation() {
        for end in 0..<small.utf8.count {
            _ = faults(String(decoding: small.utf8.prefix(end), as: UTF8.self))
        }
    }
}
