import Dispatch

/// Runs a task's work that blocks on a thread of its own, one piece after the other, and leaves the shared ones to
/// others.
final class BlockingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "sendtop.blocking")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
