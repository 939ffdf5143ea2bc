# Counts instructions and measures memory; read by the scripts beside it.

# countable PROGRAM COPY : a copy that can be counted
countable() {
  # Valgrind can't read the debugging data of some Swift programs. The names of functions stay.
  strip --strip-debug -o "$2" "$1"
}

# instructions COMMAND… : how many one run executes, in thousands
instructions() {
  counted_by --callgrind-out-file=/dev/null "$@"
}

# instructions_within FUNCTION COMMAND… : the same for the calls of a function, whose name may have wildcards
instructions_within() {
  local function=$1
  shift
  counted_by --callgrind-out-file=/dev/null "--toggle-collect=$function" "$@"
}

counted_by() {
  # Hits, and nothing to look at, have exit statuses of their own.
  { valgrind --tool=callgrind "$@" 2>&1 > /dev/null || true; } |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p' | awk '{printf "%d", $1 / 1000}'
}

# Reading XML with all that is called on the way, in the symbols of a Swift program
# shellcheck disable=SC2034
reading_xml='$s10XMLReading8parseXML*'

# peak COMMAND… : the largest resident memory of one run, in kilobytes; what it writes to stdout goes to stderr
peak() {
  python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=sys.stderr)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak // 1024 if sys.platform == "darwin" else peak)' "$@"
}
