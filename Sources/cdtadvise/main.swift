Program.handleSignals()
Program.end(run(Program.arguments, at: .system))
