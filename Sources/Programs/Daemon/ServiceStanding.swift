/// What the service manager is told of the daemon's life: facts in, notifications out.
struct ServiceStanding {
    enum Fact: Hashable, Sendable {
        /// The start is under way still, and shows that it lives.
        case startGoesOn
        /// The database is waited for, for this reason.
        case databaseAwaited(String)
        /// The database answers, or another network is in force.
        case databaseOpened
        case doorOpened
        case reloadBegan
        /// With what went wrong, if something did: then all is as it was.
        case reloadEnded(failure: String?)
        case stopBegan
    }

    enum Notification: Hashable, Sendable {
        case ready(status: String)
        case status(String)
        case reloading(status: String)
        case stopping(status: String)
        case extendTimeout(by: Duration)
    }

    fileprivate enum State {
        case starting
        case serving(Trouble)
        case reloading(Trouble)
        case stopping
    }

    /// What is not as it should be, though the daemon goes on.
    fileprivate struct Trouble {
        var awaited: String?
        var reloadFailure: String?
    }

    /// How much longer the start may take, from each sign of life on.
    static let patience = Duration.seconds(120)

    private var state = State.starting

    /// - Parameter serving: what the daemon does when all is well, in words.
    mutating func told(_ fact: Fact, serving: String) -> [Notification] {
        state.told(fact, serving: serving)
    }
}

extension ServiceStanding.State {
    fileprivate mutating func told(
        _ fact: ServiceStanding.Fact, serving: String
    ) -> [ServiceStanding.Notification] {
        switch (exchange(&self, with: .stopping), fact) {
        // Once it stops it does nothing else, whatever ends late.
        case (.stopping, _):
            return []
        case (_, .stopBegan):
            return [.stopping(status: "Closing connections")]

        case (.starting, _):
            return toldStarting(fact, serving: serving)

        case (.serving(let trouble), .reloadBegan):
            self = .reloading(trouble)
            return [.reloading(status: "Reading certificates")]
        case (.reloading(var trouble), .reloadEnded(let failure)):
            trouble.reloadFailure = failure
            self = .serving(trouble)
            return [.ready(status: trouble.words(serving))]
        case (.serving(var trouble), .databaseAwaited(let cause)):
            trouble.awaited = cause
            self = .serving(trouble)
            return [.status(trouble.words(serving))]
        case (.serving(var trouble), .databaseOpened):
            trouble.awaited = nil
            self = .serving(trouble)
            return [.status(trouble.words(serving))]
        // Told with the end of the reload.
        case (.reloading(var trouble), .databaseAwaited(let cause)):
            trouble.awaited = cause
            self = .reloading(trouble)
            return []
        case (.reloading(var trouble), .databaseOpened):
            trouble.awaited = nil
            self = .reloading(trouble)
            return []
        case (.serving(let trouble), .startGoesOn), (.serving(let trouble), .doorOpened),
            (.serving(let trouble), .reloadEnded):
            self = .serving(trouble)
            return []
        case (.reloading(let trouble), .startGoesOn), (.reloading(let trouble), .doorOpened),
            (.reloading(let trouble), .reloadBegan):
            self = .reloading(trouble)
            return []
        }
    }

    /// READY=1 is the door's to say: a reload before it changes nothing of that.
    private mutating func toldStarting(
        _ fact: ServiceStanding.Fact, serving: String
    ) -> [ServiceStanding.Notification] {
        self = .starting
        switch fact {
        case .startGoesOn:
            return [.extendTimeout(by: ServiceStanding.patience)]
        case .databaseAwaited(let cause):
            return [
                .status("Waiting for the database: \(cause)"),
                .extendTimeout(by: ServiceStanding.patience),
            ]
        case .databaseOpened:
            return [.status("Opening the doors")]
        case .doorOpened:
            self = .serving(ServiceStanding.Trouble())
            return [.ready(status: serving)]
        case .stopBegan:
            self = .stopping
            return [.stopping(status: "Closing connections")]
        case .reloadBegan, .reloadEnded:
            return []
        }
    }
}

extension ServiceStanding.Trouble {
    fileprivate func words(_ serving: String) -> String {
        (awaited.map { "Waiting for the database: \($0)" } ?? serving)
            + (reloadFailure.map { "; the reload failed, and all is as it was: \($0)" } ?? "")
    }
}
