import LibPQ
import Referrals

/// Makes a batch into the parameters of its statement. Its columns' memory stays from batch to
/// batch.
struct BatchWriter {
    private var events = EventColumns()
    private var messages = MessageColumns()
    private var persons = PersonColumns()
    private var referrals = ReferralColumns()
    private var contents = ContentColumns()
    private var counters = CounterColumns()

    /// In the order of `BatchForm.sql`: the check's, then each insert's.
    mutating func parameters(
        for batch: ShardBatch, in form: BatchForm, shard: Int16, epoch: Int64, week: Int32,
        now: Instant
    ) -> Parameters {
        var parameters = Parameters(shard, epoch)
        for insert in form.inserts {
            let form: ColumnForm = insert.rows == nil ? .array : .elements
            parameters.append(shard)
            switch insert.table {
            case .persons:
                persons.fill(batch.persons)
                persons.appendAll(to: &parameters, as: form)
            case .messages:
                messages.fill(batch.messages)
                parameters.append(week)
                messages.appendAll(to: &parameters, as: form)
            case .referrals:
                referrals.fill(batch.referrals)
                parameters.append(week)
                parameters.append(Timestamptz(now))
                referrals.appendAll(to: &parameters, as: form)
            case .contents:
                contents.fill(batch.contents)
                parameters.append(week)
                contents.appendAll(to: &parameters, as: form)
            case .events:
                events.fill(batch.events)
                parameters.append(week)
                parameters.append(Timestamptz(now))
                events.appendAll(to: &parameters, as: form)
            case .counters:
                counters.fill(batch.counters)
                counters.appendAll(to: &parameters, as: form)
            case .network:
                guard let network = batch.network else { continue }
                parameters.append(network.version)
                parameters.append(Timestamptz(network.at))
                parameters.append(network.author.description)
                parameters.append(network.document)
            }
        }
        return parameters
    }
}
