"""Icons, fonts and other files that the interface draws from; holds no code and may import nothing."""
