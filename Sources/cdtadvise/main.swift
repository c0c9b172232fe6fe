Terminal.end(Run.command(Array(CommandLine.arguments.dropFirst())))
