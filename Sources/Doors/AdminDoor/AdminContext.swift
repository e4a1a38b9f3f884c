import Hummingbird
import Linux
import Logging

/// One request on the admin socket, with who sends it.
struct AdminContext: RequestContext {
    struct Source: RequestContextSource {
        let logger: Logger
        let peer: PeerCredentials
    }

    var coreContext: CoreRequestContextStorage
    let peer: PeerCredentials

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
    }
}
