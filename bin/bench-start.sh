# SPDX-License-Identifier: Apache-2.0
# Run by ./bench start. Both sides run from the extracted layout with the same JVM options; the empty
# application is the class org.chancery.bench.Empty on the product's own class path, without a database.
rounds=${ROUNDS:-5}
options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx768m --enable-native-access=ALL-UNNAMED"
home=$(mktemp -d)
port=18431
./chancery --help >/dev/null || exit 1
classes=$(mktemp -d)
"$JAVA_HOME/bin/javac" -d "$classes" -cp "server/target/app/lib/*" bin/bench/Empty.java || exit 1

# $1: text that says ready; the rest: the command. Prints "cpu wall rss".
measure() {
  ready=$1
  shift
  log=$(mktemp)
  begin=$(date +%s%N)
  "$@" >"$log" 2>&1 &
  pid=$!
  while ! grep -q "$ready" "$log"; do
    kill -0 $pid 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.05
  done
  end=$(date +%s%N)
  ticks=$(awk '{ print $14 + $15 }' /proc/$pid/stat)
  rss=$(awk '/VmRSS/ { print int($2 / 1024) }' /proc/$pid/status)
  kill $pid
  wait $pid 2>/dev/null
  awk -v t="$ticks" -v hz="$(getconf CLK_TCK)" -v w="$(((end - begin) / 1000000))" -v r="$rss" \
    'BEGIN { printf "%.2f %.2f %d\n", t / hz, w / 1000, r }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

server="$JAVA_HOME/bin/java $options -jar server/target/app/chancery.jar demo --home $home --port $port"
empty="$JAVA_HOME/bin/java $options -cp $classes:server/target/app/lib/* org.chancery.bench.Empty --server.port=$port"
set -f
measure "Chancery is ready" $server >/dev/null || exit 1
ours=$(mktemp)
theirs=$(mktemp)
i=0
while [ $i -lt "$rounds" ]; do
  measure "Chancery is ready" $server >>"$ours" || exit 1
  measure "Started Empty" $empty >>"$theirs" || exit 1
  i=$((i + 1))
done
size=$(du -m server/target/chancery.jar | cut -f1)
column() { cut -d' ' -f"$2" "$1" | median; }
echo
echo "Second start to ready, median of $rounds rounds, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), Java $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")"
echo
echo "|                        | CPU s | wall s | resident MB |"
echo "|------------------------|------:|-------:|------------:|"
printf '| Chancery               | %5s | %6s | %11s |\n' "$(column "$ours" 1)" "$(column "$ours" 2)" "$(column "$ours" 3)"
printf '| empty Spring Boot      | %5s | %6s | %11s |\n' "$(column "$theirs" 1)" "$(column "$theirs" 2)" "$(column "$theirs" 3)"
awk -v a="$(column "$ours" 1)" -v b="$(column "$theirs" 1)" -v c="$(column "$ours" 2)" -v d="$(column "$theirs" 2)" -v e="$(column "$ours" 3)" -v f="$(column "$theirs" 3)" \
  'BEGIN { printf "| ratio                  | %5.2f | %6.2f | %11.2f |\n", a / b, c / d, e / f }'
echo
echo "Wall time of Chancery includes its database; CPU and memory are those of the server process. Jar: $size MB, 15 MB of it PostgreSQL."
rm -rf "$home" "$classes"
