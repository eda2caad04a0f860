"""How fast it is: a catalogue of any size, the work measured over it, and the same work by others."""
