import Fixtures
import Foundation
import NetworkFile
import Referrals
import Testing

@Suite("The example networks")
struct ExampleNetworkTests {
    private static let folder = TestSurroundings.source.appending(path: "Config/networks")

    private static func network(_ name: String) throws -> Network {
        let file = folder.appending(path: name)
        return try Network(
            yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    }

    private static func route(
        _ service: String, in region: String, from sender: String, over network: Network
    ) throws -> String? {
        let agency = try #require(network.agencies[AgencyID(rawValue: sender)])
        let today = try #require(CalendarDate(year: 2026, month: 11, day: 23))
        let request = RoutingRequest(
            sender: agency.id, senderKind: agency.kind, service: ServiceType(rawValue: service),
            region: Region(rawValue: region), to: nil, declined: [], today: today)
        return network.route(request, load: RoutingLoad())?.provider.rawValue
    }

    @Test("all read without a fault")
    func all() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let examples = names.filter { $0.hasSuffix(".yaml") }
        #expect(examples.count == 5)
        for name in examples { #expect(try !Self.network(name).agencies.isEmpty) }
    }

    @Test("demo: the way from the demo prison leads to each of the others")
    func demo() throws {
        let network = try Self.network("demo.yaml")
        #expect(network.id.rawValue == "demo")
        #expect(network.isDemo)
        for (id, kind) in [
            ("demo-prison", AgencyKind.prison), ("demo-probation", .probation),
            ("demo-clinic", .health), ("demo-ngo", .ngo),
        ] {
            let agency = try #require(network.agencies[AgencyID(rawValue: id)])
            #expect(agency.kind == kind)
            #expect(agency.certificates == [.uri("urn:throughcare:agency:\(id)")])
        }
        let routes: [(service: String, region: String, provider: String?)] = [
            ("health.hiv", "RO-GR/bolintin-vale", "demo-clinic"),
            ("health", "RO-IS", "demo-clinic"),
            ("housing.emergency", "RO-TR", "demo-ngo"),
            ("psychosocial.art-therapy", "RO-IS", "demo-ngo"),
            ("probation", "RO-GR", "demo-probation"), ("probation", "RO-IS", nil),
        ]
        for route in routes {
            let provider = try Self.route(
                route.service, in: route.region, from: "demo-prison", over: network)
            #expect(provider == route.provider, "\(route.service) in \(route.region)")
        }
    }

    @Test("romania: the country is there in full")
    func romania() throws {
        let network = try Self.network("romania.yaml")
        let counties = network.regions.keys.filter { $0.parent?.rawValue == "RO" }
        #expect(counties.count == 42)
        let kinds = Dictionary(grouping: network.agencies.values, by: \.kind).mapValues(\.count)
        #expect(kinds[.prison] == 39)
        #expect(kinds[.probation] == 42)
        #expect((kinds[.socialServices] ?? 0) + (kinds[.municipality] ?? 0) == 340)
        #expect(kinds[.ngo] == 80)
    }

    @Test("romania: every service type is served in every town")
    func coverage() throws {
        let network = try Self.network("romania.yaml")
        for region in network.regions.keys where region.parent?.parent != nil {
            for service in network.services.keys {
                #expect(
                    network.covers(Lane(region: region, service: service)),
                    "\(service) in \(region)")
            }
        }
    }

    @Test("romania: the most specific body is asked first")
    func romanianRoutes() throws {
        let network = try Self.network("romania.yaml")
        let routes = [
            ("health.hiv", "RO-GR/bolintin-vale", "ro-crhiv-ploiesti"),
            ("health.mental", "RO-GR", "ro-sju-giurgiu"),
            ("housing", "RO-GR/bolintin-vale", "ro-das-gr-bolintin-vale"),
            ("housing.emergency", "RO-GR", "ro-ong-giurgiu-1"),
            ("social.documents", "RO-BH/nucet", "ro-dgaspc-bihor"),
            ("probation", "RO-B/sector-3", "ro-dp-bucuresti"),
        ]
        for (service, region, provider) in routes {
            let found = try Self.route(
                service, in: region, from: "ro-anp-giurgiu", over: network)
            #expect(found == provider, "\(service) in \(region)")
        }
    }

    @Test(
        "of the other programmes route as their comments say",
        arguments: [
            ("ukraine", "health.hiv", "UA-12", "ua-colony-dnipro", "ua-aids-centre-dnipro"),
            ("ukraine", "health.hiv", "UA-53", "ua-colony-dnipro", "ua-ngo-representative"),
            ("ukraine", "social.documents", "UA-46", "ua-colony-dnipro", "ua-social-lviv"),
            ("georgia", "psychosocial.art-therapy", "GE-KA", "ge-prison-rustavi", "ge-ngo-arts"),
            ("georgia", "psychosocial.art-therapy", "GE-AJ", "ge-prison-rustavi", nil),
            ("georgia", "legal", "GE-AJ", "ge-probation-kutaisi", "ge-legal-aid"),
            ("serbia", "probation", "RS-00/zvezdara", "rs-kpz-nis", "rs-commissioner-beograd"),
            ("serbia", "housing", "RS-00/zvezdara", "rs-kpz-nis", "rs-csr-beograd"),
            ("serbia", "housing.emergency", "RS-00/zvezdara", "rs-kpz-nis", "rs-ngo-prihvat"),
            ("serbia", "health.substance-use", "RS-00/zvezdara", "rs-kpz-nis", "rs-dz-zvezdara"),
            ("serbia", "employment.training", "RS-20/nis", "rs-kpz-nis", "rs-nsz"),
        ] as [(String, String, String, String, String?)])
    func otherProgrammes(
        name: String, service: String, region: String, sender: String, provider: String?
    ) throws {
        let network = try Self.network("\(name).yaml")
        #expect(try Self.route(service, in: region, from: sender, over: network) == provider)
    }

    @Test("romania: the script writes the file that is there")
    func script() async throws {
        let script = Self.folder.appending(path: "romania.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B", script.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let written = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let there = try Data(contentsOf: Self.folder.appending(path: "romania.yaml"))
        #expect(written == there, "run romania.py > romania.yaml")
    }
}
