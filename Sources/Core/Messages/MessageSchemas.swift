/// The published contract: JSON Schema 2020-12, one file a type and direction.
package enum MessageSchemas {
    /// What agencies may send, then what they receive.
    package static let all: [(name: String, bytes: [UInt8])] = [
        ("referral.schema.json", PackageResources.referral_schema_json),
        ("update.schema.json", PackageResources.update_schema_json),
        ("referral-delivered.schema.json", PackageResources.referral_delivered_schema_json),
        ("update-delivered.schema.json", PackageResources.update_delivered_schema_json),
        ("notice.schema.json", PackageResources.notice_schema_json),
    ]
}
