import Glibc

/// A program that is run to its end, with its output thrown away.
enum ChildProcess {
    /// The program could not be started, or did not end well.
    struct Failure: Error {
        /// The program.
        let program: String
        /// What the system says about it.
        let status: Int32
    }

    /// Runs a program and waits for its end.
    ///
    /// - Throws: ``Failure`` when it cannot be started or ends with another status than 0.
    static func run(_ program: String, _ arguments: [String]) throws(Failure) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var child: pid_t = 0
        var status = posix_spawn(&child, program, &actions, nil, words, nil)
        guard status == 0 else { throw Failure(program: program, status: status) }
        guard waitpid(child, &status, 0) == child, status == 0 else { throw Failure(program: program, status: status) }
    }
}
