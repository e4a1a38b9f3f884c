/// The agreements as routing reads them: by number instead of by name, and in the order in which
/// they are asked, so that a question costs two hashes of text and some of integers.
struct RoutingTable: Sendable {
    /// Those parts of a region's or a service type's lineage that agreements name, most specific
    /// first.
    typealias Path = [Int32]

    private(set) var regions: [Region] = []
    private(set) var services: [ServiceType] = []
    private var regionNumbers: [Region: Int32] = [:]
    private var serviceNumbers: [ServiceType: Int32] = [:]
    private var regionPaths: [Region: Path] = [:]
    private var servicePaths: [ServiceType: Path] = [:]
    /// Indices into the network's agreements: the higher priority first, then by provider, then
    /// by agreement.
    private var lanes: [Int64: [Int32]] = [:]

    init(
        agreements: [Agreement], regions: some Sequence<Region>,
        services: some Sequence<ServiceType>
    ) {
        for index in Self.order(of: agreements) {
            for region in Set(agreements[index].regions) {
                for service in Set(agreements[index].services) {
                    let key = Self.key(number(of: region), number(of: service))
                    lanes[key, default: []].append(Int32(index))
                }
            }
        }
        for region in regions { regionPaths[region] = path(of: region) }
        for service in services { servicePaths[service] = path(of: service) }
    }

    /// The path of a region; one that the network does not have any more still has its lineage.
    func path(to region: Region) -> Path { regionPaths[region] ?? path(of: region) }

    func path(to service: ServiceType) -> Path { servicePaths[service] ?? path(of: service) }

    /// The agreements of one region and one service type, in the order in which they are asked.
    func agreements(region: Int32, service: Int32) -> [Int32]? {
        lanes[Self.key(region, service)]
    }

    private static func order(of agreements: [Agreement]) -> [Int] {
        agreements.indices.sorted { left, right in
            let (left, right) = (agreements[left], agreements[right])
            if left.priority != right.priority { return left.priority > right.priority }
            return (left.provider, left.id) < (right.provider, right.id)
        }
    }

    private static func key(_ region: Int32, _ service: Int32) -> Int64 {
        Int64(region) << 32 | Int64(service)
    }

    private func path(of region: Region) -> Path {
        region.lineage.compactMap { regionNumbers[$0] }
    }

    private func path(of service: ServiceType) -> Path {
        service.lineage.compactMap { serviceNumbers[$0] }
    }

    private mutating func number(of region: Region) -> Int32 {
        if let number = regionNumbers[region] { return number }
        regions.append(region)
        regionNumbers[region] = Int32(regions.count - 1)
        return Int32(regions.count - 1)
    }

    private mutating func number(of service: ServiceType) -> Int32 {
        if let number = serviceNumbers[service] { return number }
        services.append(service)
        serviceNumbers[service] = Int32(services.count - 1)
        return Int32(services.count - 1)
    }
}
