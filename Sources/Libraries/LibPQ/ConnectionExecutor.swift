import CLibPQ
import Glibc

/// A thread of its own for one actor, so that blocking on libpq never holds up the cooperative
/// pool.
///
/// An actor that carries a `Connection` names it:
/// ```swift
/// actor Reader {
///     private let executor: ConnectionExecutor
///     nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor()
/// } }
/// ```
/// The thread ends when the executor is released and its last job is done.
package final class ConnectionExecutor: SerialExecutor {
    private let queue: JobQueue

    /// - Parameter name: shown by the system's tools; Linux keeps the first 15 bytes.
    package init(name: String) throws(DatabaseError) {
        queue = JobQueue(threadName: name)
        try queue.startThread()
    }

    deinit {
        queue.stop()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        queue.add(UnownedJob(job), for: self)
    }

    package func checkIsolated() {
        precondition(queue.isCurrentThread, "not on the connection's thread")
    }

    package func isIsolatingCurrentContext() -> Bool? {
        queue.isCurrentThread
    }
}

/// The jobs that wait for the thread. Sendable because everything that changes is used under
/// `lock` only, and the pointers themselves stay from first to last.
private final class JobQueue: @unchecked Sendable {
    private struct Entry {
        let job: UnownedJob
        /// Keeps the executor while its job waits and runs.
        let executor: ConnectionExecutor
    }

    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Entry] = []
    private var isStopped = false
    private var thread: pthread_t?
    private let threadName: String

    init(threadName: String) {
        self.threadName = String(decoding: threadName.utf8.prefix(15), as: UTF8.self)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    var isCurrentThread: Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false
    }

    func add(_ job: UnownedJob, for executor: ConnectionExecutor) {
        pthread_mutex_lock(lock)
        waiting.append(Entry(job: job, executor: executor))
        pthread_mutex_unlock(lock)
        pthread_cond_signal(changed)
    }

    func stop() {
        pthread_mutex_lock(lock)
        isStopped = true
        pthread_mutex_unlock(lock)
        pthread_cond_signal(changed)
    }

    /// Starts a detached thread, which owns the queue together with the executor.
    func startThread() throws(DatabaseError) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        let retained = Unmanaged.passRetained(self)
        var started = pthread_t()
        let code = pthread_create(
            &started, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<JobQueue>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, retained.toOpaque())
        guard code == 0 else {
            retained.release()
            throw .noThread(code: code)
        }
        thread = started
        pthread_detach(started)
    }

    private func run() {
        pq_name_this_thread(threadName)
        // Signals are for the threads that expect them.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        while let entries = takeAll() {
            for entry in entries {
                entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor())
            }
        }
    }

    /// Waits for jobs; nil once there will be no more.
    private func takeAll() -> [Entry]? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while waiting.isEmpty {
            if isStopped { return nil }
            pthread_cond_wait(changed, lock)
        }
        return exchange(&waiting, with: [])
    }
}
