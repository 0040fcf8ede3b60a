cli-about = Huashu: offline training for people who sell by talking. Without a subcommand the game opens.
cli-write-failed = The result could not be written: { $why }. Check disk space and permissions, then try again.
