#!/usr/bin/env bash
# Builds ChatSunset and audits the example org: the first thing to run after cloning.
#
#   bash Examples/quickstart.sh
#
# Needs Swift 6.2 or newer. Missing system libraries are installed by install-dependencies.sh; the
# network is used for packages only. Can be run again at any time and from any folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shown=$root/.build/release/chatsunset
if [ "$PWD" = "$root" ]; then shown=.build/release/chatsunset; fi
cd "$root"

say() { printf '%s\n' "$*" >&2; }

bash Examples/check-swift.sh
bash Examples/install-dependencies.sh

build=(swift build -c release --product chatsunset)
# With the Swift library inside, the binary runs on machines without Swift and starts twice as fast.
# macOS has that library in the system, and some Linux packages of Swift leave out the static one.
if [ "$(uname -s)" = Linux ]; then
  static=$(swift -print-target-info -static-stdlib | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
  if [ -d "$static/linux" ]; then build+=(--static-swift-stdlib); fi
fi

say "Building ChatSunset; the first time takes one to three minutes."
"${build[@]}" >&2
chatsunset=$("${build[@]}" --show-bin-path)/chatsunset

say
say "Auditing the example org in Examples/alder-finch."
say
"$chatsunset" audit Examples/alder-finch

cat >&2 <<END

All of this stands in an invented company's org and code. What to do next:

  audit your own      $shown audit PATH…
                      PATH is a project folder, a Metadata API folder, a retrieve zip, a website or an app
  get a full export   $shown manifest > package.xml
                      sf project retrieve start --manifest package.xml --target-org YOUR-ORG
  hand it on          $shown audit PATH… --output markdown=checklist.md
  keep the command    install -m 755 $shown /usr/local/bin/
  see what is in it   README.md, Examples/README.md, chatsunset help
END
