import Platform

handle_signals()
Program.end(run(Program.arguments, at: .system))
