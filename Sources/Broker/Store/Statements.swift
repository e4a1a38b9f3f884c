import LibPQ

/// Every statement of the store, by the name of its file in `SQL`. `own-shard` and those that
/// insert are parts of the statement that writes a batch (`BatchForm`).
enum StatementName: String, CaseIterable {
    case ownShard = "own-shard"
    case insertMessages = "insert-messages"
    case insertPersons = "insert-persons"
    case insertReferrals = "insert-referrals"
    case insertContents = "insert-contents"
    case insertEvents = "insert-events"
    case upsertCounters = "upsert-counters"
    case insertNetwork = "insert-network"
    case claimShard = "claim-shard"
    case renewShard = "renew-shard"
    case endFormerOwner = "end-former-owner"
    case selectMessages = "select-messages"
    case selectPersons = "select-persons"
    case selectPersonKeys = "select-person-keys"
    case selectReferralsByName = "select-referrals-by-name"
    case selectReferralsByID = "select-referrals-by-id"
    case selectEventsOfReferrals = "select-events-of-referrals"
    case selectEntries = "select-entries"
    case selectWaiting = "select-waiting"
    case selectContents = "select-contents"
    case selectHead = "select-head"
    case selectCounters = "select-counters"
    case selectTail = "select-tail"
    case selectNetwork = "select-network"
    case selectQuarantined = "select-quarantined"
    case selectStuck = "select-stuck"
    case selectLaneAges = "select-lane-ages"
    case selectInboxAges = "select-inbox-ages"
    case selectNetworkHistory = "select-network-history"
    case selectNetworkDocument = "select-network-document"
    case selectEpoch = "select-epoch"
    case selectMessageKeys = "select-message-keys"
    case selectReferralNames = "select-referral-names"
    case selectPersonLookups = "select-person-lookups"

    /// The statement's text, as it was when the program was built.
    var sql: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        switch self {
        case .ownShard: PackageResources.own_shard_sql
        case .insertMessages: PackageResources.insert_messages_sql
        case .insertPersons: PackageResources.insert_persons_sql
        case .insertReferrals: PackageResources.insert_referrals_sql
        case .insertContents: PackageResources.insert_contents_sql
        case .insertEvents: PackageResources.insert_events_sql
        case .upsertCounters: PackageResources.upsert_counters_sql
        case .insertNetwork: PackageResources.insert_network_sql
        case .claimShard: PackageResources.claim_shard_sql
        case .renewShard: PackageResources.renew_shard_sql
        case .endFormerOwner: PackageResources.end_former_owner_sql
        case .selectMessages: PackageResources.select_messages_sql
        case .selectPersons: PackageResources.select_persons_sql
        case .selectPersonKeys: PackageResources.select_person_keys_sql
        case .selectReferralsByName: PackageResources.select_referrals_by_name_sql
        case .selectReferralsByID: PackageResources.select_referrals_by_id_sql
        case .selectEventsOfReferrals: PackageResources.select_events_of_referrals_sql
        case .selectEntries: PackageResources.select_entries_sql
        case .selectWaiting: PackageResources.select_waiting_sql
        case .selectContents: PackageResources.select_contents_sql
        case .selectHead: PackageResources.select_head_sql
        case .selectCounters: PackageResources.select_counters_sql
        case .selectTail: PackageResources.select_tail_sql
        case .selectNetwork: PackageResources.select_network_sql
        case .selectQuarantined: PackageResources.select_quarantined_sql
        case .selectStuck: PackageResources.select_stuck_sql
        case .selectLaneAges: PackageResources.select_lane_ages_sql
        case .selectInboxAges: PackageResources.select_inbox_ages_sql
        case .selectNetworkHistory: PackageResources.select_network_history_sql
        case .selectNetworkDocument: PackageResources.select_network_document_sql
        case .selectEpoch: PackageResources.select_epoch_sql
        case .selectMessageKeys: PackageResources.select_message_keys_sql
        case .selectReferralNames: PackageResources.select_referral_names_sql
        case .selectPersonLookups: PackageResources.select_person_lookups_sql
        }
    }
}

/// The statements of one connection, each prepared when it is first used.
struct Statements {
    private var prepared: [StatementName: Statement] = [:]
    private var batches: [BatchForm: Statement] = [:]

    mutating func statement(
        _ name: StatementName, on connection: Connection, by deadline: Deadline
    ) throws(DatabaseError) -> Statement {
        if let statement = prepared[name] { return statement }
        let statement = try connection.prepare(name: name.rawValue, sql: name.sql, by: deadline)
        prepared[name] = statement
        return statement
    }

    mutating func statement(
        _ form: BatchForm, on connection: Connection, by deadline: Deadline
    ) throws(DatabaseError) -> Statement {
        if let statement = batches[form] { return statement }
        let statement = try connection.prepare(
            name: "write-batch-\(batches.count + 1)", sql: form.sql, by: deadline)
        batches[form] = statement
        return statement
    }
}
