import Synchronization

/// The newest context of a face, from files that can be read again while connections go on.
///
/// A new connection takes `current`; the sessions of an older context keep it alive until they end.
package final class TLSContextSource: Sendable {
    private struct State {
        var configuration: TLSConfiguration
        var context: TLSContext
    }

    private let role: TLSRole
    private let state: Mutex<State>

    package init(_ role: TLSRole, _ configuration: TLSConfiguration) throws(TLSMaterialError) {
        self.role = role
        let context = try TLSContext(role, configuration)
        state = Mutex(State(configuration: configuration, context: context))
    }

    package var current: TLSContext { state.withLock { $0.context } }

    /// Reads the files anew; on an error all stays as it was.
    ///
    /// - Returns: the new context, for its certificate's dates.
    @discardableResult
    package func reload() throws(TLSMaterialError) -> TLSContext {
        try reload(state.withLock { $0.configuration })
    }

    /// Changes to other files or protocols; on an error all stays as it was.
    @discardableResult
    package func reload(
        _ configuration: TLSConfiguration
    ) throws(TLSMaterialError) -> TLSContext {
        // Built outside of the lock: new connections never wait for a disk.
        let context = try TLSContext(role, configuration)
        state.withLock { $0 = State(configuration: configuration, context: context) }
        return context
    }
}
