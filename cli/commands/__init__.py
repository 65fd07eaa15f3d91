"""The commands, one file each; each returns an exit status."""
