/// The files by which we configure the cluster; they are ours, and written at every start.
struct ClusterSettings: Sendable {
    var configuration: EmbeddedPostgreSQLConfiguration
    /// Whether the programs know LZ4; otherwise they compress by their own method.
    var hasLZ4: Bool

    /// Our file of settings, beside `postgresql.conf`, which includes it.
    static let fileName = "embedded.conf"
    static let include = "include '\(fileName)'"

    var text: String {
        """
        # Written by the daemon at every start: changes here are lost.
        # To change a setting for good, use ALTER SYSTEM.

        # Reachable through the socket only, by the daemon's user only.
        listen_addresses = ''
        port = \(EmbeddedPostgreSQLConfiguration.port)
        unix_socket_directories = '\(configuration.layout.sockets)'
        unix_socket_permissions = 0700
        cluster_name = '\(configuration.name)'
        max_connections = \(configuration.maxConnections)
        shared_buffers = \(configuration.sharedBuffers)MB

        # What is committed stays.
        fsync = on
        synchronous_commit = on
        full_page_writes = on

        # Short statements, many small transactions.
        jit = off
        wal_compression = \(hasLZ4 ? "lz4" : "on")
        max_wal_size = 2GB
        checkpoint_completion_target = 0.9

        timezone = 'UTC'
        lc_messages = 'C'

        # The log goes to the file that is standard error. Statements, parameters and rows are kept
        # out of it: they are people's data. A row is in the DETAIL of an error, which terse leaves
        # out; a value can be in the error itself, and so the daemon's sessions log no errors, which
        # they are told anyway (log_min_messages, set in their connection string).
        log_destination = 'stderr'
        logging_collector = off
        log_line_prefix = '%m [%p] '
        log_timezone = 'UTC'
        log_error_verbosity = terse
        log_min_error_statement = panic
        log_statement = 'none'
        log_min_duration_statement = -1
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0

        """
    }

    /// `pg_hba.conf`: the operating system says who it is. Replication is for pg_basebackup.
    static let authentication = """
        # Written by the daemon at every start: changes here are lost.
        local all all peer
        local replication all peer

        """
}
