package import Referrals

/// A message's protected parts, in the clear: in memory only. (A class, because it goes from intake
/// to the caches and the deliveries, and is copied nowhere.)
package final class PlainBody: Sendable {
    package let envelope: Envelope
    package let sender: AgencyID
    package let record: [UInt8]
    package let content: [ContentSection]
    package let attachments: [ContentSection]
    /// How much of a cache's bound it takes, in bytes. (Kept, because it is asked for often.)
    let size: Int
    /// How much of that is the message itself, of which the content is a part.
    let shared: Int

    /// - Parameter message: how long the message is of which the content is a part, in bytes. It
    ///   stays in memory with the content, unless that is the lesser part of it, and is copied.
    package init(
        envelope: Envelope, sender: AgencyID, record: [UInt8], content: [ContentSection],
        attachments: [ContentSection], message: Int? = nil
    ) {
        let bytes = content.reduce(0) { $0 + $1.json.count }
        shared = message.map { 2 * bytes >= $0 ? $0 : 0 } ?? 0
        self.envelope = envelope
        self.sender = sender
        self.record = record
        self.content = message == nil || shared > 0 ? content : content.map(\.alone)
        self.attachments = attachments
        size =
            256 + record.count + max(bytes, shared)
            + attachments.reduce(0) { $0 + $1.json.count }
    }
}

// How a body is cut into the sections that are sealed apart: first one called `record` with all
// that is no content, then each section of content by its label, then each attachment, its label
// behind `attachment/`.
extension PlainBody {
    package struct Section: Sendable {
        package let label: String
        package let bytes: ArraySlice<UInt8>
    }

    private static let recordLabel = "record"
    private static let attachmentPrefix = "attachment/"

    package var sections: [Section] {
        var sections = [Section(label: Self.recordLabel, bytes: (header + record)[...])]
        sections.reserveCapacity(1 + content.count + attachments.count)
        for section in content {
            sections.append(Section(label: section.label.rawValue, bytes: section.json))
        }
        for section in attachments {
            sections.append(
                Section(
                    label: Self.attachmentPrefix + section.label.rawValue, bytes: section.json))
        }
        return sections
    }

    /// Puts a body together again; nil if the record is missing (its key was destroyed) or is not
    /// one of ours.
    package convenience init?(sections: [Section]) {
        guard let first = sections.first, first.label == Self.recordLabel else { return nil }
        var reader = HeaderReader(bytes: first.bytes)
        guard let sender = reader.text(), let id = reader.text(), let authored = reader.number()
        else { return nil }
        var content: [ContentSection] = []
        var attachments: [ContentSection] = []
        for section in sections.dropFirst() {
            if section.label.hasPrefix(Self.attachmentPrefix),
                let label = SectionLabel(
                    rawValue: String(section.label.dropFirst(Self.attachmentPrefix.count)))
            {
                attachments.append(ContentSection(label: label, json: section.bytes))
            } else if let label = SectionLabel(rawValue: section.label) {
                content.append(ContentSection(label: label, json: section.bytes))
            }
        }
        self.init(
            envelope: Envelope(
                id: MessageID(rawValue: id), authored: Instant(microseconds: authored)),
            sender: AgencyID(rawValue: sender), record: Array(reader.rest), content: content,
            attachments: attachments)
    }

    /// Sender and id, each behind its length in two bytes, then `authored` in eight, big-endian.
    private var header: [UInt8] {
        var bytes: [UInt8] = []
        for text in [sender.rawValue, envelope.id.rawValue] {
            let count = UInt16(clamping: text.utf8.count)
            bytes.append(UInt8(count >> 8))
            bytes.append(UInt8(truncatingIfNeeded: count))
            bytes.append(contentsOf: text.utf8.prefix(Int(count)))
        }
        let authored = UInt64(bitPattern: envelope.authored.microseconds)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: authored >> shift))
        }
        return bytes
    }

    private struct HeaderReader {
        let bytes: ArraySlice<UInt8>
        private var offset: Int

        init(bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            offset = bytes.startIndex
        }

        var rest: ArraySlice<UInt8> { bytes[offset...] }

        mutating func text() -> String? {
            guard bytes.endIndex >= offset + 2 else { return nil }
            let count = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
            guard bytes.endIndex >= offset + 2 + count else { return nil }
            defer { offset += 2 + count }
            return String(decoding: bytes[offset + 2..<offset + 2 + count], as: UTF8.self)
        }

        mutating func number() -> Int64? {
            guard bytes.endIndex >= offset + 8 else { return nil }
            defer { offset += 8 }
            return Int64(
                bitPattern: bytes[offset..<offset + 8].reduce(0) { $0 << 8 | UInt64($1) })
        }
    }
}

extension ContentSection {
    /// In memory of its own.
    fileprivate var alone: ContentSection { ContentSection(label: label, json: Array(json)[...]) }
}
