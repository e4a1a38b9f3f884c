import NIOConcurrencyHelpers
import NIOCore
package import Referrals

/// Who is connected: bounds the connections of the door and of each agency, and finds them again
/// when the door closes.
package final class ConnectionRegistry: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var agencies: [AgencyID: Int] = [:]
        /// Containers that want to be the only one of their name.
        var sole: Set<Container> = []
    }

    private struct Container: Hashable {
        let agency: AgencyID
        let name: String
    }

    /// An agency's place, held by an open connection and given back once.
    struct Seat: Sendable {
        let agency: AgencyID
        let container: String
        let isSole: Bool
    }

    private let state = NIOLockedValueBox(State())
    private let limit: Int
    private let agencyLimit: Int

    init(limit: Int, agencyLimit: Int) {
        self.limit = limit
        self.agencyLimit = agencyLimit
    }

    package var count: Int { state.withLockedValue { $0.channels.count } }

    /// How many connections each agency has.
    package var agencies: [AgencyID: Int] { state.withLockedValue { $0.agencies } }

    var channels: [any Channel] { state.withLockedValue { Array($0.channels.values) } }

    /// Takes a new connection in, or says that there is no room.
    func enter(_ channel: any Channel) -> Bool {
        state.withLockedValue {
            guard $0.channels.count < limit else { return false }
            $0.channels[ObjectIdentifier(channel)] = channel
            return true
        }
    }

    func leave(_ channel: any Channel) {
        state.withLockedValue { $0.channels[ObjectIdentifier(channel)] = nil }
    }

    enum Refusal {
        case tooMany(limit: Int)
        case containerInUse
    }

    /// Gives an agency a place, once it is known who it is.
    func sit(
        _ agency: AgencyID, container: String, isSole: Bool
    ) -> Result<Seat, RefusalError> {
        state.withLockedValue { state in
            let taken = state.agencies[agency] ?? 0
            guard taken < agencyLimit else {
                return .failure(RefusalError(refusal: .tooMany(limit: agencyLimit)))
            }
            let name = Container(agency: agency, name: container)
            if isSole {
                guard state.sole.insert(name).inserted else {
                    return .failure(RefusalError(refusal: .containerInUse))
                }
            }
            state.agencies[agency] = taken + 1
            return .success(Seat(agency: agency, container: container, isSole: isSole))
        }
    }

    func stand(_ seat: Seat) {
        state.withLockedValue { state in
            let left = (state.agencies[seat.agency] ?? 1) - 1
            state.agencies[seat.agency] = left > 0 ? left : nil
            if seat.isSole {
                state.sole.remove(Container(agency: seat.agency, name: seat.container))
            }
        }
    }

    struct RefusalError: Error {
        let refusal: Refusal
    }
}
