# Counts instructions; read by the scripts beside it.

# countable PROGRAM COPY : a copy that can be counted
countable() {
  # Valgrind can't read the debugging data of some Swift programs.
  strip -o "$2" "$1"
}

# instructions COMMAND… : how many one run executes, in thousands
instructions() {
  # Hits, and nothing to look at, have exit statuses of their own.
  { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 > /dev/null || true; } |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p' | awk '{printf "%d", $1 / 1000}'
}
