import BoundedJSON
import Referrals

extension ReferralDraft {
    /// What the recipient sees beside the broker's own fields and the content: the members of a
    /// JSON object without its braces, written from the decoded values. What the sender calls by
    /// names of its own is qualified.
    func record(from sender: AgencyID) -> [UInt8] {
        var writer = JSONWriter(capacity: 384)
        if let person {
            writer.name("person")
            writer.beginObject()
            writer.member("system", person.system)
            writer.member("value", person.value)
            writer.endObject()
        }
        writer.member("requester", (requester ?? .agency).rawValue)
        if let language { writer.member("language", language) }
        if let service { writer.member("service", service.rawValue) }
        if let region { writer.member("region", region.rawValue) }
        if let setting { writer.member("setting", setting.rawValue) }
        writer.member("priority", (priority ?? .routine).rawValue)
        write(timesTo: &writer)
        write(basisTo: &writer, sender: sender)
        if let plan { writer.member("plan", QualifiedName(agency: sender, name: plan).description) }
        if let basedOn, let name = QualifiedName(basedOn, sender: sender) {
            writer.member("basedOn", name.description)
        }
        if let replaces {
            writer.member("replaces", QualifiedName(agency: sender, name: replaces).description)
        }
        if let to { writer.member("to", to.rawValue) }
        write(circumstancesTo: &writer)
        return writer.bytes
    }

    private func write(timesTo writer: inout JSONWriter) {
        if let release {
            writer.name("release")
            writer.beginObject()
            writer.member("date", release.date.description)
            writer.member("certainty", release.certainty.rawValue)
            if let facility = release.facility { writer.member("facility", facility.rawValue) }
            writer.endObject()
        }
        if let occurrence {
            writer.name("occurrence")
            writer.beginObject()
            if let start = occurrence.start { writer.member("start", start.text) }
            if let end = occurrence.end { writer.member("end", end.text) }
            writer.endObject()
        }
        if let supplyEnd { writer.member("supplyEnd", supplyEnd.description) }
    }

    private func write(basisTo writer: inout JSONWriter, sender: AgencyID) {
        guard let basis else { return }
        writer.name("basis")
        writer.beginObject()
        switch basis {
        case .consent(let name):
            writer.member("consent", QualifiedName(agency: sender, name: name).description)
        case .law(let regime, let reference):
            writer.name("law")
            writer.beginObject()
            writer.member("regime", regime)
            writer.member("reference", reference)
            writer.endObject()
        case .vitalInterest(let text):
            writer.name("vitalInterest")
            writer.beginObject()
            writer.member("text", text)
            writer.endObject()
        }
        writer.endObject()
    }

    private func write(circumstancesTo writer: inout JSONWriter) {
        if !participants.isEmpty {
            writer.name("participants")
            writer.beginArray()
            for participant in participants {
                writer.beginObject()
                writer.member("role", participant.role)
                writer.member("agency", participant.agency.rawValue)
                writer.endObject()
            }
            writer.endArray()
        }
        if !deadlines.isEmpty {
            writer.name("deadlines")
            writer.beginObject()
            for (kind, length) in deadlines { writer.member(kind.rawValue, length) }
            writer.endObject()
        }
        if let safeContact {
            writer.name("safeContact")
            writer.beginObject()
            writer.name("prohibited")
            writer.boolean(safeContact.isProhibited)
            if let note = safeContact.note { writer.member("note", note) }
            writer.endObject()
        }
    }
}
