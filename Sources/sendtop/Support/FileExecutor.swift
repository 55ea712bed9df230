import Dispatch

/// Runs an actor whose work waits for files and locks on a thread that is nobody else's.
final class FileExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "sendtop.files")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
