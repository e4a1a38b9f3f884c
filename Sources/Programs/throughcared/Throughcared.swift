import ArgumentParser
import Daemon

@main
enum Throughcared {
    static func main() async { await DaemonCommand.main() }
}
