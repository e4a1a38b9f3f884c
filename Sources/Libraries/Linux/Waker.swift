import Glibc

/// Wakes the one thread that waits for it (pthread_cond_wait(3)). A wake-up is kept until somebody
/// waits, and many before that are one. Time is monotonic, whatever becomes of the wall clock.
///
/// `@unchecked Sendable` is safe: `isSet` is used under `mutex` only, and the pointers stay from
/// first to last.
package final class Waker: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var isSet = false

    package init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(changed, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    package func wake() {
        pthread_mutex_lock(mutex)
        isSet = true
        pthread_mutex_unlock(mutex)
        // After the mutex, so that who wakes does not have to wait for it.
        pthread_cond_signal(changed)
    }

    /// Blocks the calling thread until it is woken.
    ///
    /// - Parameter time: for how long at most; without end where there is none.
    /// - Returns: whether it was woken; otherwise the time is over.
    @discardableResult
    package func wait(for time: Duration? = nil) -> Bool {
        var end = timespec()
        if let time {
            clock_gettime(CLOCK_MONOTONIC, &end)
            let (seconds, attoseconds) = time.components
            let nanoseconds = end.tv_nsec + Int(attoseconds / 1_000_000_000)
            end.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
            end.tv_nsec = nanoseconds % 1_000_000_000
        }
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !isSet {
            let code =
                time == nil
                ? pthread_cond_wait(changed, mutex) : pthread_cond_timedwait(changed, mutex, &end)
            if code == ETIMEDOUT, !isSet { return false }
        }
        isSet = false
        return true
    }
}
