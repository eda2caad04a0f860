"""The records an editor writes: every field declared once, with its sentence."""
