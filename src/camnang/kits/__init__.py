"""What a communicator says about a scam: slogans, text messages, loudspeaker, play; and the rules they keep."""
