# SPDX-License-Identifier: Apache-2.0
# Run by ./bench picture: the classes PictureBench and BareBoard of the tests, on the product's own
# class path, with a database of its own. BENCH_OPTS=-Dchanges=250000 for a tenth of the history.
home=$(mktemp -d)
path=$(mktemp)
mvn_cmd -q -B -ntp -Dfast -pl server test-compile dependency:build-classpath -Dmdep.outputFile="$path" -Dmdep.includeScope=test >/dev/null || exit 1
echo "Picture, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), Java $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release"), PostgreSQL 18 inside"
"$JAVA_HOME/bin/java" -Xmx768m --enable-native-access=ALL-UNNAMED ${BENCH_OPTS:-} \
  -cp "server/target/test-classes:server/target/classes:$(cat "$path")" org.chancery.PictureBench "$home"
code=$?
rm -rf "$home" "$path"
exit $code
