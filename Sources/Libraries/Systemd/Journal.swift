import CSystemd
import Glibc
package import Logging

/// A log handler for a daemon: journal fields where standard error is connected to the journal,
/// lines of `key=value` elsewhere. A log message is an event's name; what varies is metadata.
///
/// Whatever the metadata hold, an event is one journal entry or one line, in one write.
package struct Journal: LogHandler {
    package enum Output: Sendable, Hashable {
        /// sd_journal_sendv(3).
        case journal
        /// Lines to a file descriptor.
        case lines(CInt)

        /// The journal if standard error is connected to it (`JOURNAL_STREAM`, systemd.exec(5)),
        /// otherwise lines on standard error.
        package static var detected: Output {
            guard let stream = getenv("JOURNAL_STREAM") else { return .lines(STDERR_FILENO) }
            var status = stat()
            guard fstat(STDERR_FILENO, &status) == 0,
                String(cString: stream) == "\(status.st_dev):\(status.st_ino)"
            else { return .lines(STDERR_FILENO) }
            return .journal
        }
    }

    package var metadata: Logger.Metadata = [:]
    /// The threshold's, unless this logger has been given a level of its own.
    package var logLevel: Logger.Level {
        get { ownLevel ?? threshold.level }
        set { ownLevel = newValue }
    }
    package var metadataProvider: Logger.MetadataProvider?
    private let identifier: String
    private let output: Output
    private let threshold: LogThreshold
    private var ownLevel: Logger.Level?

    /// - Parameters:
    ///   - identifier: the program's name, under which `journalctl -t` finds it.
    ///   - threshold: shared by all loggers whose level changes together.
    package init(
        identifier: String, output: Output = .detected, threshold: LogThreshold = LogThreshold(),
        metadataProvider: Logger.MetadataProvider? = nil
    ) {
        self.identifier = identifier
        self.output = output
        self.threshold = threshold
        self.metadataProvider = metadataProvider
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let own = event.metadata { all.merge(own) { $1 } }
        if let error = event.error { all["error"] = "\(error)" }
        let line = LogLine(event: event.message.description, metadata: all)
        switch output {
        case .journal:
            send(JournalEntry(line: line, identifier: identifier, event: event), else: line, event)
        case .lines(let descriptor):
            write(line.line(at: .now, level: event.level), to: descriptor)
        }
    }

    /// An entry that the journal does not take goes to standard error, which is better than
    /// nowhere.
    private func send(_ entry: JournalEntry, else line: LogLine, _ event: LogEvent) {
        let bytes = entry.fields.map { Array($0.utf8) }
        var parts: [iovec] = []
        // One buffer, so that all pointers are valid at the call.
        var buffer = bytes.flatMap(\.self)
        let result = buffer.withUnsafeMutableBytes { buffer in
            var offset = 0
            for field in bytes {
                parts.append(
                    iovec(iov_base: buffer.baseAddress?.advanced(by: offset), iov_len: field.count))
                offset += field.count
            }
            return sd_journal_sendv(parts, CInt(parts.count))
        }
        if result < 0 { write(line.line(at: .now, level: event.level), to: STDERR_FILENO) }
    }

    /// In one call, unless the system takes only a part of it.
    private func write(_ line: String, to descriptor: CInt) {
        var line = line
        line.withUTF8 { bytes in
            var written = 0
            while let start = bytes.baseAddress, written < bytes.count {
                let count = Glibc.write(descriptor, start + written, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                written += count
            }
        }
    }
}
