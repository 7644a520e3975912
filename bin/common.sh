# Sourced by the commands beside it: what they all need from the machine.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# True where $1 is the folder of a whole JDK of version 21 or newer.
is_jdk21() {
    local version
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
    version=$("$1/bin/javac" -version 2>&1) || return 1
    version=${version#javac }
    version=${version%%[!0-9]*}
    [ -n "$version" ] && [ "$version" -ge 21 ]
}

# The folder of the JDK that javac on PATH belongs to, its links followed; nothing where there is none.
jdk_on_path() {
    local file link
    file=$(command -v javac) || return 0
    while link=$(readlink "$file"); do
        case $link in
            /*) file=$link ;;
            *) file=$(dirname "$file")/$link ;;
        esac
    done
    dirname "$(dirname "$file")"
}

# Sets JAVA_HOME to a JDK of version 21 or newer, or ends with one sentence.
need_jdk() {
    local jdk
    for jdk in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
            "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
            "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk*; do
        if [ -n "$jdk" ] && is_jdk21 "$jdk"; then
            export JAVA_HOME=$jdk
            return
        fi
    done
    fail "Youju needs a JDK 21 or newer and found none: install one (Debian: apt-get install openjdk-21-jdk; macOS:" \
        "brew install openjdk) or set JAVA_HOME to its folder."
}

need_maven() {
    command -v mvn >/dev/null || fail "Youju is built by Maven, which was not found: install it" \
        "(Debian: apt-get install maven; macOS: brew install maven) and run this command again."
}

# Where bin/bundle keeps its Node.js; on PATH wherever it is there.
node_home=${XDG_CACHE_HOME:-$HOME/.cache}/youju/node24
use_cached_node() {
    if [ -x "$node_home/bin/node" ]; then PATH=$node_home/bin:$PATH; fi
}

# True where the build's output in file $1 shows that a stale bundle could not be rebuilt for want of Node.js.
wanted_node() {
    grep -qiE 'node(\.js)?.*(install|download|version|not found)|frontend.*(npm|node)' "$1"
}

jar=target/youju.jar
app=target/app

# Folders count too: one is newer than the jar when a file in it was deleted. What the build writes does not count.
is_stale() {
    [ ! -f "$jar" ] || [ -n "$(find pom.xml db src/main frontend \
        \( -path frontend/generated -o -path frontend/index.html -o -path src/main/bundles \) -prune \
        -o ! -path frontend -newer "$jar" -print)" ]
}

# Builds the product in the current folder where anything has changed, and unpacks it into $app.
build_app() {
    if is_stale; then
        need_maven
        use_cached_node
        say "Building (the first start takes about a minute)…"
        local log
        log=$(mktemp)
        if ! mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package >"$log" 2>&1; then
            grep '^\[ERROR\]' "$log" | head -n 20 >&2
            if wanted_node "$log"; then
                fail "The browser bundle could not be rebuilt: run bin/bundle, which fetches the Node.js it needs. Log: $log"
            fi
            fail "Youju could not be built. The build's whole output is in $log."
        fi
        rm -f "$log"
        touch "$jar"
    fi

    # Unpacked, the jar starts faster and its classes can be archived.
    if [ ! -f "$app/youju.jar" ] || [ "$jar" -nt "$app/youju.jar" ]; then
        rm -rf "$app" "$app.jsa"
        "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null ||
            fail "$jar could not be unpacked into $app: check the free space, or delete target and run bin/run again."
        touch "$app/youju.jar"
    fi
}
