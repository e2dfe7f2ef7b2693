# SPDX-License-Identifier: Apache-2.0
# Sourced by ./chancery, ./test and ./bench: finds a JDK 25 or newer without starting any JVM, and Maven.
need=25
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
javac_on_path() {
  c=$(command -v javac 2>/dev/null) || return 0
  while [ -L "$c" ]; do
    l=$(readlink "$c")
    case $l in /*) c=$l ;; *) c=$(dirname "$c")/$l ;; esac
  done
  dirname "$(dirname "$c")"
}
find_jdk() {
  seen=""
  for d in "${CHANCERY_JAVA_HOME:-}" "${JAVA_HOME:-}" "$(javac_on_path)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$d" ] || continue
    m=$(jdk_major "$d") || continue
    [ -n "$m" ] || continue
    seen="$seen
        $m  $d"
    [ "$m" -ge $need ] && { printf '%s\n' "$d"; return 0; }
  done
  {
    if [ -n "$seen" ]; then
      echo "Chancery needs a JDK, version $need or newer; it found:$seen"
    else
      echo "Chancery needs a JDK, version $need or newer, and found none."
    fi
    case $(uname -s) in
      Darwin) echo "  Get one with: brew install openjdk@$need" ;;
      *) echo "  Get one with your package manager (openjdk-$need-jdk, or temurin-$need-jdk from Adoptium)." ;;
    esac
    echo "  Or unpack a JDK $need anywhere and set CHANCERY_JAVA_HOME to its folder."
  } >&2
  return 1
}
JAVA_HOME=$(find_jdk) || exit 2
export JAVA_HOME

# Maven of the machine if it is there, else the wrapper, which fetches one.
mvn_cmd() {
  if command -v mvn >/dev/null 2>&1; then mvn "$@"; else ./mvnw "$@"; fi
}
