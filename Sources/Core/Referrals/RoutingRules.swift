// Routing is deterministic and explained: the most specific region first, then the most specific
// service type, then the agreement's priority, then whoever has the most free places (without a
// capacity, more than anyone with one), then whoever was used least recently, then the names. An
// agreement whose capacity is used up is out, whatever its place.
//
// There are two forms of one rule: `route` for each referral, `explain` for whoever asks why. A
// test holds them to the same answer over random networks.

extension Network {
    /// The agreement under which this referral is to be offered, or nil where nobody can take it;
    /// `explain` then says why.
    package func route(_ request: RoutingRequest, load: RoutingLoad) -> Agreement? {
        let servicePath = routing.path(to: request.service)
        for region in routing.path(to: request.region) {
            for service in servicePath {
                if let lane = routing.agreements(region: region, service: service),
                    let best = best(in: lane, request, load: load)
                {
                    return agreements[best]
                }
            }
        }
        return nil
    }

    /// Every agreement that covers the service type in the region, and why it was, or was not,
    /// chosen.
    package func explain(_ request: RoutingRequest, load: RoutingLoad) -> RoutingDecision {
        let places = places(of: request, load: load)
        guard let best = places.first, best.exclusion == nil else {
            let gap = gap(places.compactMap(\.exclusion), named: request.to)
            return RoutingDecision(
                candidates: places.map { candidate($0, $0.exclusion ?? .chosen) }, gap: gap)
        }
        let rest = places.dropFirst().map { candidate($0, $0.exclusion ?? $0.shortfall(to: best)) }
        return RoutingDecision(candidates: [candidate(best, .chosen)] + rest, gap: nil)
    }

    /// Of the agreements of the highest priority that can be used the one with the most free
    /// places, and of several the least recently used.
    private func best(in lane: [Int32], _ request: RoutingRequest, load: RoutingLoad) -> Int? {
        var best: Int?
        var bestPriority = Int.min
        var mostFree = 0
        var bestUse = Position.never
        for number in lane {
            let index = Int(number)
            let priority = agreements[index].priority
            if best != nil, priority < bestPriority { break }
            if exclusion(of: index, request, load: load) != nil { continue }
            let free = load.freePlaces(under: agreements[index])
            let use = load.lastAssigned[agreements[index].provider] ?? .never
            // The lane is in the order of names: of equals the first is the best.
            if best == nil || free > mostFree || free == mostFree && use < bestUse {
                (best, bestPriority, mostFree, bestUse) = (index, priority, free, use)
            }
        }
        return best
    }

    /// Why an agreement cannot be used for this referral at all, or nil where it can.
    private func exclusion(
        of index: Int, _ request: RoutingRequest, load: RoutingLoad
    ) -> RoutingVerdict? {
        let provider = agreements[index].provider
        if provider == request.sender { return .isTheSender }
        if let named = request.to, named != provider { return .notTheNamedProvider }
        if !agreements[index].isOpen(to: request.sender, kind: request.senderKind) {
            return .notFromThisAgency
        }
        if !agreements[index].isInForce(on: request.today) { return .notInForce }
        if !load.suspended.isEmpty, load.suspended.contains(provider) { return .suspended }
        if !request.declined.isEmpty, request.declined.contains(provider) {
            return .declinedBefore
        }
        return load.freePlaces(under: agreements[index]) > 0 ? nil : .noFreeCapacity
    }

    /// Each agreement once, where it fits best; those that can be used first, in routing's order.
    private func places(of request: RoutingRequest, load: RoutingLoad) -> [Place] {
        var seen: Set<Int32> = []
        var places: [Place] = []
        for (regionStep, region) in routing.path(to: request.region).enumerated() {
            for (serviceStep, service) in routing.path(to: request.service).enumerated() {
                for number in routing.agreements(region: region, service: service) ?? []
                where seen.insert(number).inserted {
                    let agreement = agreements[Int(number)]
                    places.append(
                        Place(
                            agreement: agreement, region: routing.regions[Int(region)],
                            service: routing.services[Int(service)], regionStep: regionStep,
                            serviceStep: serviceStep,
                            freePlaces: load.freePlaces(under: agreement),
                            lastUse: load.lastAssigned[agreement.provider] ?? .never,
                            exclusion: exclusion(of: Int(number), request, load: load)))
                }
            }
        }
        return places.sorted()
    }

    private func candidate(_ place: Place, _ verdict: RoutingVerdict) -> RoutingDecision.Candidate {
        RoutingDecision.Candidate(
            agreement: place.agreement, region: place.region, service: place.service,
            verdict: verdict)
    }

    private func gap(_ exclusions: [RoutingVerdict], named: AgencyID?) -> RoutingGap {
        let ofNamed = exclusions.filter { $0 != .notTheNamedProvider }
        if named != nil, ofNamed.isEmpty { return .namedProviderDoesNotServe }
        if exclusions.isEmpty { return .nobodyServes }
        if ofNamed.contains(.noFreeCapacity) { return .noFreeCapacity }
        return ofNamed.contains(.declinedBefore) ? .exhausted : .noneOpen
    }
}

extension Agreement {
    /// Whether this agency, of this kind, may refer under the agreement.
    package func isOpen(to sender: AgencyID, kind: AgencyKind) -> Bool {
        fromAgencies.isEmpty && fromKinds.isEmpty
            || fromKinds.contains(kind) || fromAgencies.contains(sender)
    }

    /// Whether the agreement holds on this day, its first and last day included.
    package func isInForce(on day: CalendarDate) -> Bool {
        if let start, day < start { return false }
        if let end, day > end { return false }
        return true
    }
}

/// An agreement at its most specific place for one referral.
private struct Place: Comparable {
    let agreement: Agreement
    let region: Region
    let service: ServiceType
    let regionStep: Int
    let serviceStep: Int
    let freePlaces: Int
    let lastUse: Position
    let exclusion: RoutingVerdict?

    static func < (left: Place, right: Place) -> Bool {
        if (left.exclusion == nil) != (right.exclusion == nil) { return left.exclusion == nil }
        if left.regionStep != right.regionStep { return left.regionStep < right.regionStep }
        if left.serviceStep != right.serviceStep { return left.serviceStep < right.serviceStep }
        if left.agreement.priority != right.agreement.priority {
            return left.agreement.priority > right.agreement.priority
        }
        if left.freePlaces != right.freePlaces { return left.freePlaces > right.freePlaces }
        if left.lastUse != right.lastUse { return left.lastUse < right.lastUse }
        return (left.agreement.provider, left.agreement.id)
            < (right.agreement.provider, right.agreement.id)
    }

    /// In what this place, which can be used too, stands behind the best one.
    func shortfall(to best: Place) -> RoutingVerdict {
        if regionStep != best.regionStep { return .lessSpecificRegion }
        if serviceStep != best.serviceStep { return .lessSpecificService }
        if agreement.priority != best.agreement.priority { return .lowerPriority }
        if freePlaces != best.freePlaces { return .lessFreeCapacity }
        return lastUse != best.lastUse ? .usedMoreRecently : .laterByName
    }
}

extension RoutingLoad {
    /// Places that are left under an agreement; `Int.max` for one without a capacity.
    fileprivate func freePlaces(under agreement: Agreement) -> Int {
        agreement.capacity.map { max(0, $0 - (live[agreement.id] ?? 0)) } ?? .max
    }
}

extension Position {
    /// Before every event: positions begin at 1.
    fileprivate static let never = Position(0)
}
