"""The recording kit of one reader: what to read with its meaning, how to record, what the reader agrees to."""
