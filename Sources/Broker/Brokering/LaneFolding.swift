import Referrals

extension [Inspection.LaneLine] {
    /// Lanes as metrics may show them: one with fewer referrals than the threshold could point at
    /// a person, so that it is counted with the region around it. A country has nothing around it.
    package func folded(below threshold: Int64) -> [Inspection.LaneLine] {
        var open = Dictionary(
            map { ($0.lane, $0) }, uniquingKeysWith: { $0.merged(with: $1, as: $0.lane) })
        let deepest = open.keys.map(\.region.lineage.count).max() ?? 0
        for level in stride(from: deepest, to: 1, by: -1) {
            for (lane, line) in open
            where lane.region.lineage.count == level && line.depth < threshold {
                guard let parent = lane.region.parent else { continue }
                let around = Lane(region: parent, service: lane.service)
                open[lane] = nil
                open[around] =
                    open[around]?.merged(with: line, as: around)
                    ?? Inspection.LaneLine(lane: around, depth: line.depth, oldest: line.oldest)
            }
        }
        return open.values.sorted { $0.lane.description < $1.lane.description }
    }
}

extension Inspection.LaneLine {
    fileprivate func merged(with other: Self, as lane: Lane) -> Self {
        Self(
            lane: lane, depth: depth + other.depth,
            oldest: [oldest, other.oldest].compactMap(\.self).min())
    }
}
