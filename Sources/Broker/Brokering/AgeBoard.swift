import Referrals
import Store

/// The figures that monitoring asks for again and again: memory's are of now, the database's of a
/// little while ago, so that a scrape costs no query of its own.
package actor AgeBoard {
    package struct Figures: Sendable {
        package let summary: ShardSummary?
        package let lanes: [Inspection.LaneLine]
        package let inboxes: [Inspection.InboxLine]
    }

    private let inspection: Inspection
    private let interval: Duration
    private var lanes: [Lane: Instant] = [:]
    private var inboxes: [AgencyID: Instant] = [:]
    private var asked: ContinuousClock.Instant?

    package init(_ inspection: Inspection, interval: Duration = .seconds(15)) {
        self.inspection = inspection
        self.interval = interval
    }

    package func figures() async -> Figures {
        guard let summary = await inspection.broker.summary() else {
            return Figures(summary: nil, lanes: [], inboxes: [])
        }
        await refresh(for: summary)
        return Figures(
            summary: summary, lanes: inspection.lines(of: summary, ages: lanes),
            inboxes: inspection.lines(of: summary, ages: inboxes))
    }

    /// Asks the database, if it is time. Where it does not answer, nothing is told of ages: an age
    /// that stands still would look as if all were well.
    private func refresh(for summary: ShardSummary) async {
        if let asked, ContinuousClock.now - asked < interval { return }
        asked = .now
        let inspector = inspection.inspector
        lanes = summary.lanes.isEmpty ? [:] : (try? await inspector.laneAges()) ?? [:]
        inboxes = (try? await inspector.inboxAges(summary.inboxes.flatMap(\.floors))) ?? [:]
    }
}
