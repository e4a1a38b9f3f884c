import BoundedJSON
import Referrals

/// The protected part of a message: its sections, untouched, and its attachments.
extension FieldReader {
    /// The sections of `content`, in the order of the message.
    mutating func content() -> [ContentSection] {
        guard let content = object("content", .optional) else { return [] }
        var sections: [ContentSection] = []
        sections.reserveCapacity(content.object.count)
        for (name, value) in content.object {
            guard let label = SectionLabel(rawValue: name) else {
                let known = SectionLabel.allCases.map(\.rawValue)
                refusals.add(
                    .invalid, value.pointer, "there is no such section",
                    NearestName.question(about: name, among: known) + "the sections are "
                        + known.joined(separator: ", "))
                continue
            }
            if value.isNull { continue }
            guard value.kind == .object else {
                refusals.add(
                    .invalid, value.pointer,
                    "an object is wanted, and here is \(value.kind.article)", "write an object")
                continue
            }
            sections.append(ContentSection(label: label, json: value.rawBytes))
        }
        return sections
    }

    /// The attachments, each rewritten as one JSON object under the section that it names.
    mutating func attachments(limit: Int) -> [ContentSection] {
        elements("attachments", limit: limit).compactMap { element in
            guard var fields = reader(of: element) else { return nil }
            let label: SectionLabel? = fields.code("section", .required)
            let contentType = fields.text("contentType", .contentType, .required)
            let title = fields.text("title", .line(200), .optional)
            let data = fields.text("data", .base64, .required)
            let sha256 = fields.text("sha256", .sha256, .optional)
            fields.finish(known: FieldNames.attachment)
            guard let label, let contentType, let data else { return nil }
            var writer = JSONWriter(capacity: data.utf8.count + 256)
            writer.beginObject()
            writer.member("section", label.rawValue)
            writer.member("contentType", contentType)
            if let title { writer.member("title", title) }
            writer.member("data", data)
            if let sha256 { writer.member("sha256", sha256) }
            writer.endObject()
            return ContentSection(label: label, json: writer.bytes[...])
        }
    }

    /// A reader for an element of an array that must be an object.
    func reader(of element: JSONValue) -> FieldReader? {
        if let object = element.object { return FieldReader(object, refusals: refusals) }
        refusals.add(
            .invalid, element.pointer,
            "an object is wanted, and here is \(element.kind.article)", "write an object")
        return nil
    }
}
