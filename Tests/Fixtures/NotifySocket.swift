import Foundation

/// A socket for what a daemon tells systemd.
package final class NotifySocket: Sendable {
    private let scratch: ScratchDirectory
    private let socket: Int32
    /// Each notification, with the lines of its fields.
    package let notifications = Happenings<String>()

    package init() throws {
        scratch = try ScratchDirectory()
        socket = try UnixSocket.bound(at: scratch.path("notify"))
        let (socket, notifications) = (socket, notifications)
        // A thread that blocks.
        Thread.detachNewThread {
            while true {
                let bytes = UnixSocket.read(socket)
                if bytes.isEmpty { break }
                notifications.append(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    /// What makes a daemon notify this one.
    package var environment: [String: String] { ["NOTIFY_SOCKET": scratch.path("notify")] }

    /// Waits for a notification that begins so, and gives its status.
    package func status(with field: String) async throws -> String? {
        let notification = try await notifications.take(field) { $0.hasPrefix(field) }
        return notification.split(separator: "\n").first { $0.hasPrefix("STATUS=") }
            .map { String($0.dropFirst("STATUS=".count)) }
    }
}
